"""Setting up which OBS inputs show the product card."""

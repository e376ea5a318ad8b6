"""What the audience and the shop say: relays, recordings, order files, and the numbers made of them."""

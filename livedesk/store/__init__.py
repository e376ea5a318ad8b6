"""SQLAlchemy tables, repositories, the single writer, migrations, backups."""

"""A case file: documents by table and number on SQLite. Knows neither changes nor queries."""

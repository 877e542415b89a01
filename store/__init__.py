"""A case on disk: documents, changes, queries; formats in and out."""

"""What an analyst does in a case: fill it, decide, tag, judge facts, write notes."""

"""The rules an article is read by: TOML files beside this code, and an analyst's own over them.

``load()`` gives the built-in rules, ``load([path, ...])`` those with an analyst's files laid over
them. A `RuleBook` reads each file only when a scanner first asks for it.
"""

from facts.rules.book import RuleBook, load
from facts.rules.errors import RuleError
from facts.rules.kinds import Rule

__all__ = ["Rule", "RuleBook", "RuleError", "load"]

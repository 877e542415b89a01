"""Clause-local frames: which numbered phrase stands in which role to which trigger word.

A sentence becomes tokens, its triggers ("arrested", "seizure of", "were rescued") are found with
their voice, each number opens a phrase ("at least 195 people"), and the trigger that governs the
phrase gives it its role. Everything is linear in the length of the article.
"""

"""Where casedesk keeps its things when nobody says otherwise (the XDG base directories)."""

from pathlib import Path

import platformdirs


def data_folder() -> Path:
    """The folder of the default case and the sample case."""
    return platformdirs.user_data_path("casedesk")


def state_folder() -> Path:
    """The folder of the logs that a crash leaves."""
    return platformdirs.user_state_path("casedesk")


def first_keys_seen() -> Path:
    """A file that is there once the card of the first keys has been shown."""
    return state_folder() / "first-keys-seen"


def rescued_folder() -> Path:
    """The folder of the notes that a case could not take, as its disk was full or failed."""
    return state_folder() / "rescued"


def config_folder() -> Path:
    """The folder of the settings and of what else an analyst writes: keys, tags, rules."""
    return platformdirs.user_config_path("casedesk")


def rules_folder() -> Path:
    """The folder of the analyst's own rule files."""
    return config_folder() / "rules"


def tags_file() -> Path:
    """The analyst's own tags."""
    return config_folder() / "tags.toml"


def default_case() -> Path:
    """The case of an analyst who names none."""
    return data_folder() / "default.case"


def sample_case() -> Path:
    """The case that ``casedesk demo`` opens."""
    return data_folder() / "sample.case"

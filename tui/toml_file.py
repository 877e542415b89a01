"""A TOML file of an analyst's own, read; the first screen reads settings with this too."""


def read_toml(path: str) -> tuple[str, dict[str, object]]:
    """The text of a file and what it says; raises ValueError with file and line where it cannot."""
    import tomllib  # only who has a file of their own waits for it

    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123  the first screen loads no pathlib
            text = file.read()
        return text, tomllib.loads(text)
    except OSError as error:
        raise ValueError(f"{path}: {error.strerror}") from error
    except ValueError as error:
        from tui.toml_places import fault

        raise ValueError(fault(path, error)) from error

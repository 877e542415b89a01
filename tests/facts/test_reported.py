"""Who an amount comes from."""

import pytest

from facts import extract


def issuers(text: str) -> list[str | None]:
    return [m.reported_by for m in extract(text).mentions if m.kind in ("count", "seizure")]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("According to Interpol, 21 people were arrested.", "INTERPOL"),
        ("Police arrested 21 people, the National Crime Agency (NCA) said on Monday.", "NCA"),
        ("A statement from the DGSN in Morocco said 21 people were arrested.", "DGSN"),
        ("Police arrested 21 people, said Europol.", "Europol"),
        ("By a communique from Europol 21 people were arrested.", "Europol"),
        ("By a communiqué from Europol 21 people were arrested.", "Europol"),
        ("Police arrested 21 people on Monday.", None),
        ("Police told Europol, and arrested 21 people.", None),
        ("QUITO, Oct 4 (AFP) - Police said they arrested 21 people.", None),
        ("On an Air France flight with 21 people arrested, he said.", None),
    ],
)
def test_an_amount_is_reported_by_whom_its_sentence_names(text: str, issuer: str | None) -> None:
    assert issuers(text) == [issuer]


def test_the_agency_is_the_one_named_before() -> None:
    text = "Police arrested 21 people, Europol said. The agency added that 30 people were rescued."
    assert issuers(text) == ["Europol", "Europol"]


@pytest.mark.parametrize("who", ["a local official", "some witnesses", "one witness"])
def test_somebody_unnamed_ends_what_the_agency_says(who: str) -> None:
    text = (
        f"Europol said 30 people were rescued. Later 21 people were killed, {who} said."
        " The source said 40 people were arrested."
    )
    assert issuers(text) == ["Europol", None, None]

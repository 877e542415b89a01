"""The tags of a case as a whole: new ones, renamed and merged ones, on articles and incidents."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.model import Count, Extraction, Mention
from store import Case, CaseError, open_case, parse_query
from store.errors import UndoConflict, UnknownTag
from store.tags import built_in, use
from tests.laws import tried
from tests.store.conftest import new_article

POOL = ("drugs/cannabis", "goods/wildlife", "drugs/hashish")
OTHERS = ("ana", "bob")
FEW = tried(25)


def tags(case: Case) -> dict[int, set[str]]:
    return {article: set(case.marks(article).tags) for article in case.ids()}


def taken(case: Case, article: int) -> int:
    """An incident made of a fact of the article."""
    found = Extraction(
        mentions=(Mention(0, 6, Count(3, "arrests"), "c"),), rules="1", language="en"
    )
    case.put_facts({article: found})
    before = set(case.incidents.ids())
    case.incidents.make(article, [case.findings(article).facts[0].key])
    (number,) = set(case.incidents.ids()) - before
    return number


class TestNewTags:
    def test_a_tag_nobody_knows_is_refused_until_it_is_made(self, case: Case) -> None:
        with pytest.raises(UnknownTag, match="did you mean goods/antiquities"):
            case.tag([1], ["goods/antiques"])
        change = case.tags.coin("goods/antiques", lambda: case.tag([1], ["goods/antiques"]))
        assert change is not None
        assert change.label == "tagged goods/antiques"
        case.tag([2], ["goods/antiques"])
        assert list(case.ids(parse_query("tag:goods/antiques"))) == [1, 2]
        assert list(case.ids(parse_query("tag:goods"))) == [1, 2]

    def test_a_colleague_reads_it_and_one_undo_takes_all_of_it_back(
        self, case: Case, opened: Callable[[str], Case]
    ) -> None:
        case.tags.coin("goods/old-books", lambda: case.tag([1], ["goods/old-books"]))
        other = opened("bea")
        assert ("goods/old-books", "old books") in other.tags.names()
        other.tag([2], ["goods/old-books"])
        other.undo()
        case.undo()
        assert not other.tags.is_known("goods/old-books")

    @pytest.mark.parametrize(
        ("word", "said"),
        [
            ("antiques", "a new one has a group"),
            ("goods/", "a new one has a group"),
            ("good/antiques", "There is no group good"),
            ("goods/a#b", "a#b cannot be part of a tag"),
            (f"goods/{'a' * 41}", "up to 40"),
        ],
    )
    def test_what_cannot_be_a_tag_says_why(self, case: Case, word: str, said: str) -> None:
        with pytest.raises(UnknownTag, match=said):
            case.tags.new(word)

    def test_words_become_an_id(self, case: Case) -> None:
        assert case.tags.new(" Goods/Old  Books ") == "goods/old-books"

    def test_a_tag_of_ones_own_table_is_told_to_those_who_have_another(
        self, case: Case, opened: Callable[[str], Case]
    ) -> None:
        from store.tags import Group, Tag, catalogue_of

        own = Group("vehicles", "v", "vehicles", (Tag("vehicles/cars", "c", "stolen cars"),))
        use(catalogue_of((*built_in().groups, own), built_in().namespace))
        try:
            case.tag([1], ["vehicles/cars"])
        finally:
            use(None)
        other = opened("bea")
        assert ("vehicles/cars", "stolen cars") in other.tags.names()
        assert list(other.ids(parse_query("tag:vehicles/cars"))) == [1]
        other.tag([2], ["vehicles/cars"])
        assert {one.id: one.articles for one in other.tags.all()}["vehicles/cars"] == 2


class TestBecoming:
    def test_a_merge_says_before_and_after_what_it_changes(self, case: Case) -> None:
        case.tag([1, 2], ["drugs/cannabis"])
        case.tag([2, 3], ["drugs/other"])
        number = taken(case, 1)
        case.incidents.tag([number], ["drugs/cannabis"])
        preview = case.tags.preview("drugs/cannabis", "drugs/other")
        assert preview.words() == "2 articles, 1 incident; 1 has both"
        change = case.tags.merge("drugs/cannabis", "drugs/other")
        assert change is not None
        assert change.label == "merged drugs/cannabis into drugs/other on 2 articles, 1 incident"
        assert tags(case) == {1: {"drugs/other"}, 2: {"drugs/other"}, 3: {"drugs/other"}}
        assert set(case.incidents.get(number).tags) == {"drugs/other"}
        case.undo()
        assert set(case.incidents.get(number).tags) == {"drugs/cannabis"}
        assert tags(case)[2] == {"drugs/cannabis", "drugs/other"}

    def test_who_put_a_tag_when_is_kept(self, case: Case, opened: Callable[[str], Case]) -> None:
        case.tag([1], ["drugs/cannabis"])
        stamp = case.marks(1).tags["drugs/cannabis"]
        opened("bea").tags.rename("drugs/cannabis", "drugs/hashish")
        assert case.marks(1).tags == {"drugs/hashish": stamp}

    def test_its_key_and_its_query_lead_to_what_it_became(
        self, case: Case, opened: Callable[[str], Case]
    ) -> None:
        other = opened("bea")
        case.tags.rename("drugs/cannabis", "drugs/hashish")
        change = other.tag([2], ["drugs/cannabis"])
        assert change is not None
        assert change.label == "tagged drugs/hashish"
        assert list(case.ids(parse_query("tag:drugs/cannabis"))) == [2]
        number = taken(case, 1)
        case.incidents.tag([number], ["drugs/cannabis"])
        assert set(case.incidents.get(number).tags) == {"drugs/hashish"}

    def test_incidents_are_found_by_group_by_leaf_and_by_what_a_tag_was(self, case: Case) -> None:
        number = taken(case, 1)
        case.tags.rename("drugs/cannabis", "drugs/hashish")
        case.incidents.tag([number], ["drugs/hashish"])
        for word in ("drugs", "hashish", "drugs/hashish", "d.c", "drugs/cannabis"):
            assert list(case.incidents.ids(f"tag:{word}")) == [number]
        assert list(case.incidents.ids("tag:terror")) == []

    def test_a_tag_goes_back_to_what_it_was(self, case: Case) -> None:
        case.tag([1], ["drugs/cannabis"])
        case.tags.rename("drugs/cannabis", "drugs/hashish")
        case.tags.rename("drugs/hashish", "drugs/cannabis")
        case.tag([2], ["drugs/cannabis"])
        assert tags(case) == {1: {"drugs/cannabis"}, 2: {"drugs/cannabis"}, 3: set()}

    def test_a_rename_to_a_tag_that_is_there_is_refused(self, case: Case) -> None:
        with pytest.raises(CaseError, match="is a tag already"):
            case.tags.rename("drugs/cannabis", "drugs/other")
        with pytest.raises(UnknownTag, match="did you mean drugs/other"):
            case.tags.merge("drugs/cannabis", "drugs/othr")
        with pytest.raises(UnknownTag, match="did you mean drugs/cocaine"):
            case.tags.rename("drugs/cocain", "drugs/coke")

    def test_incidents_merged_into_another_bring_no_old_tag_back(self, case: Case) -> None:
        winner, loser = taken(case, 1), taken(case, 2)
        case.incidents.tag([loser], ["drugs/cannabis"])
        case.incidents.merge(loser, winner)
        case.tags.merge("drugs/cannabis", "drugs/other")
        case.incidents.unmerge(winner)
        assert set(case.incidents.get(loser).tags) == {"drugs/other"}

    def test_an_undo_is_refused_where_a_colleague_took_the_new_tag_off(
        self, case: Case, opened: Callable[[str], Case]
    ) -> None:
        case.tag([1, 2], ["drugs/cannabis"])
        case.tags.merge("drugs/cannabis", "drugs/other")
        opened("bea").tag([2], ["drugs/other"], False)
        with pytest.raises(UndoConflict, match="tag drugs/other of article 2"):
            case.undo()
        assert tags(case) == {1: {"drugs/other"}, 2: set(), 3: set()}

    @FEW
    @given(
        given_tags=st.lists(st.tuples(st.integers(1, 3), st.sampled_from(POOL[:2])), max_size=6),
        pair=st.permutations(POOL[:2]),
        is_rename=st.booleans(),
    )
    def test_an_undo_restores_every_tag_and_a_redo_brings_the_change_again(
        self, given_tags: list[tuple[int, str]], pair: list[str], is_rename: bool
    ) -> None:
        with scratch() as case:
            for article, tag in given_tags:
                case.tag([article], [tag], True)
            before, known = tags(case), case.tags.all()
            if is_rename:
                case.tags.rename(pair[0], "drugs/hashish")
            else:
                case.tags.merge(pair[0], pair[1])
            after = tags(case)
            case.undo()
            assert (tags(case), case.tags.all()) == (before, known)
            case.redo()
            assert tags(case) == after

    @FEW
    @given(
        acts=st.lists(
            st.tuples(
                st.sampled_from(OTHERS), st.integers(0, 3), st.sampled_from(POOL),
                st.sampled_from(POOL),
            ),
            max_size=12,
        )
    )  # fmt: skip
    def test_two_hands_tag_and_merge_in_any_order_and_no_tag_is_lost(
        self, acts: list[tuple[str, int, str, str]]
    ) -> None:
        """The model: each article has what stands for the tags that were put on it."""
        became: dict[str, str] = {}
        wanted: dict[int, set[str]] = {1: set(), 2: set(), 3: set()}
        with scratch() as ana, open_case(ana.path, user="bob") as bob:
            hands = {"ana": ana, "bob": bob}
            ana.tags.coin("drugs/hashish", lambda: ana.tag([1], ["drugs/hashish"], True))
            wanted[1].add("drugs/hashish")
            for hand, article, tag, other in acts:
                stands = last(became, other)
                if article:
                    hands[hand].tag([article], [tag], True)
                    wanted[article].add(last(became, tag))
                elif tag != other:
                    into = other if stands == tag else stands
                    hands[hand].tags.merge(tag, other)
                    became[tag] = into
                    became.pop(into, None)
                    wanted = {a: {into if t == tag else t for t in w} for a, w in wanted.items()}
            assert tags(ana) == tags(bob) == wanted


def last(became: dict[str, str], tag: str) -> str:
    while tag in became:
        tag = became[tag]
    return tag


class scratch:  # noqa: N801  a context like `open_case`, of a case that goes with it
    """A case of three articles, for one example."""

    def __enter__(self) -> Case:
        self._folder = TemporaryDirectory()
        self._case = open_case(Path(self._folder.name) / "a.case", create=True, user="ana")
        self._case.add_articles([new_article(text) for text in ("one", "two", "three")])
        return self._case

    def __exit__(self, *_: object) -> None:
        self._case.close()
        self._folder.cleanup()

"""Running text of two people: different sentences merge, the same or neighbouring ones never do by themselves."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hubdesk.model.blocks import blocks, joined
from hubdesk.model.canonical import normal
from hubdesk.model.prose import merge_text
from hubdesk.model.sentences import sentences

FIVE = "One is here. Two is here. Three is here. Four is here. Five is here."

markdown = some.lists(
    some.sampled_from(
        [
            "A sentence. ", "Another one! ", "« Vraiment ? » ", "Sí. ", "نعم. ", "Fin", "\n", "\n\n", "- ", "* ", "1. ", "# ",
            "```\n", "~~~\n", "| a | b |\n", "|---|---|\n", "> ", "    ", "===\n", "---\n", "e\u0301. ", "Art. 5 ", "<b>", "  \n",
        ]
    ),
    max_size=14,
).map("".join).map(normal)  # fmt: skip


def words(number: int) -> str:
    return f"Sentence {number} stands here."


@some.composite
def edited(draw: some.DrawFn, paragraphs: list[list[str]], mark: str) -> list[list[str]]:
    """What one person makes of a text: sentences written anew, added or removed, and paragraphs."""
    result = []
    for paragraph in paragraphs:
        made = []
        for sentence in paragraph:
            what = draw(some.sampled_from("kkkkkkwra"))
            if what == "w":
                made.append(f"{mark} wrote {draw(some.integers(0, 9))} anew.")
            elif what != "r":
                made.append(sentence)
            if what == "a":
                made.append(f"{mark} added {draw(some.integers(0, 9))}.")
        result.append(made)
        if draw(some.integers(0, 9)) == 0:
            result.append([f"{mark} added a paragraph {draw(some.integers(0, 9))}."])
    return [paragraph for paragraph in result if paragraph]


def text_of(paragraphs: list[list[str]]) -> str:
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)


texts = some.lists(
    some.lists(some.integers(1, 30).map(words), min_size=1, max_size=6), min_size=1, max_size=4
)
three = texts.flatmap(lambda base: some.tuples(some.just(base), edited(base, "Ana"), edited(base, "Ben")))


@given(three)
def test_it_does_not_matter_who_comes_first(sides: tuple[list[list[str]], ...]) -> None:
    base, mine, theirs = map(text_of, sides)
    assert merge_text(base, mine, theirs) == merge_text(base, theirs, mine)


@given(three)
def test_every_sentence_that_one_side_wrote_is_in_what_they_became(
    sides: tuple[list[list[str]], ...],
) -> None:
    merged = merge_text(*map(text_of, sides))
    if merged is not None:
        for side in sides[1:]:
            for sentence in (sentence for paragraph in side for sentence in paragraph):
                if sentence.startswith(("Ana", "Ben")):
                    assert sentence in merged


@given(three)
def test_a_sentence_that_one_side_took_out_and_nobody_wrote_again_is_gone(
    sides: tuple[list[list[str]], ...],
) -> None:
    merged = merge_text(*map(text_of, sides))
    if merged is None:
        return
    base, mine, theirs = ([s for paragraph in side for s in paragraph] for side in sides)
    for sentence in set(base):
        if base.count(sentence) == 1 and (sentence not in mine or sentence not in theirs):
            assert sentence not in merged


@given(markdown, markdown, markdown)
def test_any_three_texts_give_the_same_in_both_orders_in_nfc(base: str, mine: str, theirs: str) -> None:
    merged = merge_text(base, mine, theirs)
    assert merged == merge_text(base, theirs, mine)
    assert merged is None or unicodedata.is_normalized("NFC", merged)


@given(markdown, markdown)
def test_what_one_side_alone_or_both_alike_changed_is_the_result(base: str, mine: str) -> None:
    for merged in (merge_text(base, mine, base), merge_text(base, base, mine), merge_text(base, mine, mine)):
        assert merged == mine


@given(some.one_of(markdown, some.text()))
def test_a_text_consists_of_its_blocks_and_a_paragraph_of_its_sentences(text: str) -> None:
    assert joined(blocks(text)) == text
    assert "".join(sentences(text)) == text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Le budget est voté. Il entre en vigueur.", 2),
        ("« Vraiment ? » Oui, art. 5 de la loi. M. Dupont le dit.", 3),
        ("¿Cuándo? El 3 de mayo. ¡Sí!", 3),
        ("O Sr. Silva chegou. A sessão abriu.", 2),
        ("هل هذا صحيح؟ نعم. شكرا.", 3),
        ("About 3.5 million, e.g. in 2024. That is much.", 2),
        ("The first line\ngoes on here. Then another.", 2),
    ],
)
def test_sentences_end_where_people_end_them(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_different_sentences_of_one_paragraph_merge() -> None:
    merged = merge_text(FIVE, FIVE.replace("One", "Uno"), FIVE.replace("Four", "Cuatro"))
    assert merged == "Uno is here. Two is here. Three is here. Cuatro is here. Five is here."


@pytest.mark.parametrize(("mine", "theirs"), [("Two", "Two"), ("Two", "Three"), ("Three", "Two")])
def test_the_same_and_neighbouring_sentences_do_not(mine: str, theirs: str) -> None:
    assert merge_text(FIVE, FIVE.replace(mine, "Mine"), FIVE.replace(theirs, "Theirs")) is None


def test_a_sentence_taken_out_by_one_and_changed_by_the_other_is_decided_by_a_person() -> None:
    assert merge_text(FIVE, FIVE.replace("Two is here. ", ""), FIVE.replace("Two", "Dos")) is None


def test_neighbouring_blocks_do_not_disturb_each_other() -> None:
    base = "The first.\n\n- one\n- two\n- three\n\n# Heading\n\nThe last."
    mine = base.replace("first", "very first").replace("- two", "- two and a half")
    theirs = base.replace("- one", "- number one").replace("# Heading", "# A heading") + "\n\nMore."
    assert merge_text(base, mine, theirs) == (
        "The very first.\n\n- number one\n- two and a half\n- three\n\n# A heading\n\nThe last.\n\nMore."
    )


@pytest.mark.parametrize(
    "block",
    ["# A long heading", "```\nline one\nline two\n```", "| a | b |\n|---|---|\n| 1 | 2 |", "> said so"],
)
def test_headings_tables_code_and_quotations_are_never_merged_inside(block: str) -> None:
    base = f"Before.\n\n{block}\n\nAfter."
    first, last = block[:4], block[4:]
    mine, theirs = f"{first}mine {last}", f"{first}{last.replace(last[-3], 'THEIRS', 1)}"
    assert merge_text(base, base.replace(block, mine), base.replace(block, theirs)) is None
    assert merge_text(base, base.replace(block, mine), base.replace("After", "Later")) == base.replace(
        block, mine
    ).replace("After", "Later")


def test_a_fence_left_open_does_not_swallow_what_the_other_wrote() -> None:
    base = "Before.\n\nAfter."
    assert merge_text(base, base.replace("Before.", "```\nBefore."), base + "\n\nMore.") is None


def test_a_paragraph_moved_and_changed_is_decided_by_a_person() -> None:
    base = "First paragraph stands here.\n\nSecond paragraph.\n\nThird paragraph of all.\n\nFourth."
    moved = "Second paragraph.\n\nThird paragraph of all.\n\nFirst paragraph stands here.\n\nFourth."
    assert merge_text(base, moved, base.replace("First paragraph", "The first paragraph")) is None


def test_nothing_stands_twice_when_both_move_it_and_nothing_comes_back_that_one_took_out() -> None:
    parts = ["First.", "Second.", "Third.", "Fourth.", "Fifth.", "Sixth."]
    rest = [*parts[:1], *parts[2:]]
    here, there = ([*rest[:place], parts[1], *rest[place:]] for place in (3, 5))
    for between in (" ", "\n\n"):
        base, mine, theirs, gone = (between.join(each) for each in (parts, here, there, rest))
        assert merge_text(base, mine, theirs) is None
        assert merge_text(base, mine, gone) is None
        twice = [[*parts[:place], "New to both.", *parts[place:]] for place in (1, 4)]
        assert merge_text(base, between.join(twice[0]), between.join(twice[1])) is None
        assert merge_text(base, mine, base) == mine


def test_paragraphs_that_both_append_are_put_in_order_by_a_person() -> None:
    assert merge_text("A.", "A.\n\nMine.", "A.\n\nTheirs.") is None
    assert merge_text("A.", "A.\n\nThe same.", "A.\n\nThe same.") == "A.\n\nThe same."


def test_a_first_paragraph_taken_out_leaves_what_follows_apart() -> None:
    assert merge_text("A.\n\nB.\n\nC.", "B.\n\nC.", "A.\n\nB.\n\nNew.\n\nC.") == "B.\n\nNew.\n\nC."


def test_a_text_of_many_equal_sentences_takes_no_hour() -> None:
    base = "Yes. No. " * 3_000
    assert merge_text(base, base + "Mine.", "Theirs. " + base) is not None
    assert merge_text(base, "No. " * 5_000, "Yes. Yes. " * 5_000) is None


@pytest.mark.parametrize(
    "piece",
    [
        ".",
        "a. ",
        "A.) ",
        " ",
        "\t",
        "|",
        "-",
        "* ",
        "> ",
        "`",
        "\n",
        "- \n",
        "1. x\n",
        "| a\n",
        "  \n",
        "e\u0301",
    ],
)
def test_whatever_a_text_is_made_of_reading_it_takes_time_by_its_length(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    table = f"| a |\n{text}x"
    began = time.process_time()
    for made in (text, table, f"Begin. {text} End."):
        assert joined(blocks(made)) == made
        assert "".join(sentences(made)) == made
    assert time.process_time() - began < 5

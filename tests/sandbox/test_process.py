from pathlib import Path

import pytest

from nutgraf.sandbox.caps import Caps
from nutgraf.sandbox.pool import ask_in_order
from nutgraf.sandbox.process import ChildLost, Sandbox, Task

ROOT = Path(__file__).parents[2]
SMALL = Caps(seconds=0.5, memory=100_000_000, answer=1_000_000)


@pytest.fixture(autouse=True)
def tasks_can_be_imported(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def task(name, settings=b"", caps=SMALL, questions=500):
    return Task(f"tests.sandbox.tasks:{name}", settings, caps, questions)


def test_a_child_answers_with_its_settings():
    with Sandbox(task("echo", b"a")) as sandbox:
        assert [sandbox.ask(each) for each in (b"b", b"", b"c" * 900_000)] == [b"ab", b"a", b"a" + b"c" * 900_000]


def test_a_question_may_have_many_answers_or_none():
    with Sandbox(task("many")) as sandbox:
        assert list(sandbox.ask_all(b"3")) == [b"0", b"1", b"2"]
        assert list(sandbox.ask_all(b"0")) == []
        with pytest.raises(ChildLost, match="gave no answer"):
            sandbox.ask(b"2")


def test_answers_may_be_left_off_and_the_next_question_is_answered():
    with Sandbox(task("many")) as sandbox:
        assert next(sandbox.ask_all(b"100000")) == b"0"
        assert list(sandbox.ask_all(b"2")) == [b"0", b"1"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (b"die", "crashed on it (exit 7)"),
        (b"spin", "longer than the cap of 0.5 seconds"),
        (b"memory", "more than the cap of 95 MB of memory"),
        (b"long", "larger than the cap of 0 MB"),
        (b"fault", "could not be parsed (ValueError: no such thing)"),
    ],
)
def test_what_a_child_cannot_do_is_told_and_the_next_question_is_answered(question, told):
    with Sandbox(task("misbehave")) as sandbox:
        with pytest.raises(ChildLost) as lost:
            list(sandbox.ask_all(question))
        assert told in str(lost.value)
        assert sandbox.ask(b"anything") == b"fine"


def test_what_was_answered_before_a_fault_stands():
    with Sandbox(task("misbehave")) as sandbox:
        answers = sandbox.ask_all(b"fault")
        assert next(answers) == b"first"


def test_a_child_is_replaced_after_its_questions():
    with Sandbox(task("echo", questions=2)) as sandbox:
        sandbox.ask(b"1")
        first = sandbox.process.pid
        sandbox.ask(b"2")
        assert sandbox.process.pid == first
        sandbox.ask(b"3")
        assert sandbox.process.pid != first


def test_a_pool_keeps_the_order():
    found = ask_in_order(range(20), lambda sandbox, item: sandbox.ask(str(item).encode()), task("echo"), 2)
    assert [int(each) for each in found] == list(range(20))

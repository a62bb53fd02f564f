"""Tasks that a child of the tests can be given."""

import os
import time


def echo(settings):
    def answer(question):
        yield settings + question

    return answer


def many(settings):
    def answer(question):
        for number in range(int(question)):
            yield str(number).encode()

    return answer


def misbehave(settings):
    def answer(question):
        match question:
            case b"die":
                os._exit(7)
            case b"spin":
                while True:
                    time.process_time()
            case b"memory":
                yield bytes(200_000_000)
            case b"long":
                yield bytes(5_000_000)
            case b"fault":
                yield b"first"
                raise ValueError("no such thing")
            case _:
                yield b"fine"

    return answer

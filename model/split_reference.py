"""Write what the tokenizers library makes of odd texts: pieces and where they stand, for the tests of utils/inference.

Usage: split_reference.py TOKENIZER.json OUT.json
Spans are counted in UTF-16 units, as JavaScript counts; the marks before the first piece and after the last have none.
"""
import json, random, sys
from tokenizers import Tokenizer

MAX_PIECES = 128
WORDS = ["phone", "president", "unaffable", "'", "3.5", "e-mail", "x" * 101, "Sidelight's", "co-operate", "$1,000.50"]
ODD = list("ÀÉÎõüßẞøØłŁđİıΣςσﬁﬀﬃ€£¥½№…—–“”‘’«»¿¡·•†™©®°²₂²ªº") + [
    "e\u0301", "n\u0303o", "\u0301", "\u00ad", "\u200b", "\u200d", "\u200f", "\u202e", "\u2066", "\u2028", "\ufeff",
    "\ufffd", "\u0000", "\u0007", "\u0085", "\u00a0", "\u3000", "\t", "\n", "\r\n", "\ue000",
    "😀", "👩‍👩‍👧", "🏳️‍🌈", "1️⃣", "𝔘𝔫𝔦", "𐍈", "漢字", "かな", "カナ", "ｶﾞ", "한국어", "שלום", "مرحبا", "नमस्ते", "กำ", "ẛ̣", "Å",
    "[SEP", "] ", "##ing", "Ⅷ", "Ǆ", "ŉ", "ΑΣ", "Ὀδυσσεύς",
]
FIXED = [
    "", " ", "\u200b", "The president's phone was tapped, officials said.", "“We swap them out monthly — no exceptions,” he said.",
    "ÉLYSÉE: M. Macron’s “téléphones”", "don't can't won't o'clock", "a" * 100 + " " + "a" * 101, "www.example.org/a?b=c&d=1",
    "\n\tTabs\tand\r\nlines\n", "ΣΊΣΥΦΟΣ ΣΊΣΥΦΟΣ", "İstanbul ısıtma", "北京 said: 你好，世界。", "😀😀 emoji 👍🏽 thumbs",
    "\u202eright to left\u202c and שלום עולם again", "soft\u00adhyphen zero\u200bwidth", "x" * 300,
    "word " * 200, "！？full－width ＡＢＣ", "½ ⅓ ① ²", "_under_score_ ~tilde~ `tick` ^caret^ |bar|",
]


def utf16(text):
    places = [0]
    for char in text:
        places.append(places[-1] + (2 if ord(char) > 0xFFFF else 1))
    return places


def main():
    tokenizer = Tokenizer.from_file(sys.argv[1])
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_PIECES)
    random.seed(0)
    texts = list(FIXED)
    for _ in range(180):
        parts = [random.choice(random.choice([WORDS, ODD, [" "]])) for _ in range(random.randrange(1, 24))]
        texts.append("".join(parts))
    rows = []
    for text in texts:
        encoded, places = tokenizer.encode(text), utf16(text)
        rows.append({"text": text, "ids": encoded.ids, "spans": [[places[a], places[b]] for a, b in encoded.offsets[1:-1]]})
    with open(sys.argv[2], "w", encoding="utf8") as out:
        out.write("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")


main()

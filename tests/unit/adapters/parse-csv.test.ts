import { describe, expect, it } from "vitest";
import { parseCsv } from "@/adapters/csv/parse-csv";

describe("reading CSV", () => {
  it.each<[string, string, string[][]]>([
    [
      "separators and line breaks inside quotes",
      'a,"b,c"\r\n"d\ne",f',
      [
        ["a", "b,c"],
        ["d\ne", "f"],
      ],
    ],
    ["doubled quotes", '"say ""yes""",b', [['say "yes"', "b"]]],
    ["any line ending, and none at the end", "a\nb\rc\r\nd", [["a"], ["b"], ["c"], ["d"]]],
    ["a byte order mark", "\uFEFFa,b\n", [["a", "b"]]],
    ["empty cells", "a,,b,\n", [["a", "", "b", ""]]],
  ])("understands %s", (_what, text, expected) => {
    expect(parseCsv(text)).toEqual({ ok: true, value: expected });
  });

  it("names the line from which on it is none, and gives no row of the file", () => {
    expect(parseCsv('a,b\nc,"d\ne,f\n')).toMatchObject({ ok: false, error: { kind: "malformed_csv" } });
  });
});

import { describe, expect, it } from "vitest";
import { readable } from "@/ui/exchange/readable";

describe("readable", () => {
  it("puts each element of XML on a line of its own, and its text beside it", () => {
    expect(readable('<?xml version="1.0"?><a><b x="1">words &amp; more</b><c/><!-- <no> --></a>')).toBe(
      ['<?xml version="1.0"?>', "<a>", '  <b x="1">words &amp; more</b>', "  <c/>", "  <!-- <no> -->", "</a>"].join(
        "\n",
      ),
    );
  });

  it("keeps what is quoted whole, whatever signs are in it", () => {
    expect(readable("<a><b><![CDATA[<x>1</x>]]></b></a>")).toBe("<a>\n  <b><![CDATA[<x>1</x>]]></b>\n</a>");
  });

  it("ends a line with each segment of an interchange, and not at a sign that is set free", () => {
    expect(readable("UNB+UNOC:3+A'FTX+O?'Brien'UNZ+1'")).toBe("UNB+UNOC:3+A'\nFTX+O?'Brien'\nUNZ+1'");
  });

  it("takes the signs of an interchange from its UNA", () => {
    expect(readable("UNA:+.! ~UNB+A'B!~C~UNZ~")).toBe("UNA:+.! ~\nUNB+A'B!~C~\nUNZ~");
  });

  it("breaks JSON into lines and leaves each number as it was written", () => {
    expect(readable('{"a":[1.10,"x,{y"],"b":null}')).toBe('{\n  "a": [\n    1.10,\n    "x,{y"\n  ],\n  "b": null\n}');
  });

  it("leaves what is in no known syntax as it is", () => {
    expect(readable("no message <at> all")).toBe("no message <at> all");
  });
});

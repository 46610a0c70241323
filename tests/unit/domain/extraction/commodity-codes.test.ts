import { describe, expect, it } from "vitest";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

function codesOf(...rows: Parameters<typeof page>[0]) {
  const { fields } = readDocument([page(rows)]);
  return fields.filter(({ name }) => name === "hs_codes").map(({ value }) => value);
}

const BILL = [
  [[0.3, "BILL OF LADING"]],
  [
    [0.1, "Shipper"],
    [0.6, "B/L No. ABCD1234567"],
  ],
  [[0.1, "Orchid Tools Ltd."]],
  null,
] as const;

describe("the commodity codes of a paper of carriage", () => {
  it("go on behind a gap and on the lines below", () => {
    expect(
      codesOf(
        ...BILL,
        [
          [0.4, "HS CODE NO. 731815"],
          [0.575, "/ 85444268"],
        ],
        [
          [0.4, "/ 85395258"],
          [0.51, "640411"],
        ],
      ),
    ).toEqual(["731815", "85444268", "85395258", "640411"]);
  });

  it("stand behind 'H.S.' and 'CODE' that are set apart", () => {
    expect(
      codesOf(
        ...BILL,
        [
          [0.4, "H.S."],
          [0.455, "CODE 731815 /"],
        ],
        [[0.4, "82055946"]],
      ),
    ).toEqual(["731815", "82055946"]);
  });

  it("stand at the beginning of the line below where the letters end the goods' name, in brackets too", () => {
    expect(
      codesOf(
        ...BILL,
        [
          [0.25, "5 DRUMS OF CORDLESS DRILLS"],
          [0.49, "(HS)"],
        ],
        [[0.25, "84672125"]],
        null,
        [[0.25, "61 CARTONS OF LABELLERS (HS) 84224030"]],
      ),
    ).toEqual(["84672125", "84224030"]);
  });

  it("are announced by a word of which an engine took the letter for a figure", () => {
    expect(codesOf(...BILL, [[0.4, "HS C0DE 8471308053"]])).toEqual(["8471308053"]);
  });

  it("are not the weights in the next column", () => {
    expect(
      codesOf(...BILL, [
        [0.3, "HS CODE: 731815"],
        [0.7, "8467.21"],
      ]),
    ).toEqual(["731815"]);
  });
});

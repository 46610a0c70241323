import { expect, it } from "vitest";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

it("a value beside one line of a long label belongs to the label right above it", () => {
  const rows: Parameters<typeof page>[0] = [
    [[0.1, "MOVEMENT CERTIFICATE EUR.1"]],
    [[0.1, "Exporter: Qingdao Alder Co., Ltd."]],
    [
      [0.25, "4. Country, group of countries or territory"],
      [0.75, "5. Country of destination"],
    ],
    [
      [0.25, "in which the products are considered as"],
      [0.75, "United States"],
    ],
    [[0.25, "originating"]],
    [[0.25, "THE PEOPLE'S REPUBLIC OF"]],
    [[0.25, "CHINA"]],
  ];
  const drawn = page(rows);
  // Set close, as the lines of a form's label are.
  const words = drawn.words.map((word) => ({ ...word, box: { ...word.box, y: word.box.y * 0.68 } }));
  const { fields } = readDocument([{ ...drawn, words }]);
  expect(fields.find(({ name }) => name === "country_of_origin")?.value).toBe("CN");
});

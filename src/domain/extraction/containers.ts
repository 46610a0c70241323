import { containerFormsIn, containersIn, repairedContainersIn } from "../document/transport-number";
import { uniqueFields } from "./commodity-codes";
import type { ReadField } from "./field";
import { boxAround, rowsOf, textOf } from "./layout";
import type { PageText } from "./words";

const FITS = 0.94;
const REPAIRED = 0.85;
/** A number whose check digit does not fit: a figure is wrong on the paper, or was misread, and a person is asked. */
const MISFITS = 0.6;

/** Words without which a page is not taken to speak of containers. */
const SPOKEN_OF = /container|cntr|ctnr|conteneur|contene[dt]or|contentor|集装箱|箱号|柜号/iu;
/** The numbers of bills and bookings may have the form of a container's. */
const OTHER_NUMBER = /b\s?\/\s?l|bill of lading|waybill|booking|提单|订舱/iu;

/**
 * The containers that the pages name: what carries its check digit needs no label. Where there is none of those, what has
 * the form of one on a page that speaks of containers is shown all the same.
 */
export function readContainers(pages: readonly PageText[], method: ReadField["method"]): readonly ReadField[] {
  const rows = pages.flatMap((page) => {
    const isSpokenOf = SPOKEN_OF.test(textOf(page.words));
    return rowsOf(page).map((row) => ({ page: page.number, box: boxAround(row), raw: textOf(row), isSpokenOf }));
  });
  const fields = (values: (text: string) => readonly string[], confidence: number, by: ReadField["method"]) =>
    rows.flatMap(({ page, box, raw }) =>
      values(raw).map((value) => ({
        name: "container_numbers" as const,
        line: null,
        value,
        raw,
        page,
        box,
        confidence,
        method: by,
      })),
    );
  const found = uniqueFields([
    ...fields(containersIn, FITS, method),
    ...fields(repairedContainersIn, REPAIRED, "checksum_repair"),
  ]);
  if (found.length > 0) return found;
  const spoken = rows.filter(({ raw, isSpokenOf }) => isSpokenOf && !OTHER_NUMBER.test(raw)).map(({ raw }) => raw);
  return uniqueFields(fields((text) => (spoken.includes(text) ? containerFormsIn(text) : []), MISFITS, method));
}

import { containerFormsIn, containersIn, repairedContainersIn } from "../document/transport-number";
import { uniqueFields } from "./commodity-codes";
import type { ReadField } from "./field";
import { boxAround, rowsOf, textOf } from "./layout";
import type { PageText, Word } from "./words";

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
    return rowsOf(page).map((row) => ({ page: page.number, row, raw: textOf(row), isSpokenOf }));
  });
  type Rows = typeof rows;
  const fields = (
    among: Rows,
    values: (text: string) => readonly string[],
    confidence: number,
    by: ReadField["method"],
  ) =>
    among.flatMap(({ page, row, raw }) =>
      values(raw).map((value) => {
        const words = wordsOf(row, values, value);
        return {
          name: "container_numbers" as const,
          line: null,
          value,
          raw: textOf(words),
          page,
          box: boxAround(words),
          confidence,
          method: by,
        };
      }),
    );
  const found = uniqueFields([
    ...fields(rows, containersIn, FITS, method),
    ...fields(rows, repairedContainersIn, REPAIRED, "checksum_repair"),
  ]);
  if (found.length > 0) return found;
  const spoken = rows.filter(({ raw, isSpokenOf }) => isSpokenOf && !OTHER_NUMBER.test(raw));
  return uniqueFields(fields(spoken, containerFormsIn, MISFITS, method));
}

/** A number stands in so many words at most: four letters, its figures in groups, its check digit. */
const MOST_WORDS = 6;

/** The fewest words of a row that still say the value; all of them where no part does. */
function wordsOf(row: readonly Word[], values: (text: string) => readonly string[], value: string): readonly Word[] {
  for (let count = 1; count <= MOST_WORDS; count++)
    for (let first = 0; first + count <= row.length; first++) {
      const words = row.slice(first, first + count);
      if (values(textOf(words)).includes(value)) return words;
    }
  return row;
}

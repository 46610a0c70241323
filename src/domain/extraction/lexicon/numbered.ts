import { list } from "./list";

/** How a number is announced, in the languages of trade. */
const NUMBER = list("no, number, nr, num, n, #, nummer, numero, ref, id");

/** The ways in which the number of each of these is announced. */
export function numbered(...stems: readonly string[]): readonly string[] {
  return stems.flatMap((stem) => [
    ...NUMBER.flatMap((each) => [`${stem} ${each}`, `${each} ${stem}`, `${each} de ${stem}`, `${each} da ${stem}`]),
    `numero de ${stem}`,
    `number of ${stem}`,
  ]);
}

import { expect, it } from "vitest";
import { echoesOf } from "@/domain/classification/echoes";
import type { TradeWord } from "@/domain/nomenclature/trade-words";

const title = (text: string): TradeWord => ({ code: "701810", lang: "en", kind: "title", text });

it("finds titles that were written after goods of the tuning, and leaves words and others of their kind", () => {
  const echo = title("Round Photo Glass Cabochon Dome Flat Back");
  const others = [title("Crystal beads loose strand 8mm"), title("Wireless earphones"), title("Leather tote bag")];
  const word: TradeWord = { ...echo, kind: "word" };
  const goods = "10pcs 12mm round photo glass cabochon demo flat back making findings";
  expect([...echoesOf([echo, word, ...others], [goods])]).toEqual([echo]);
});

import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { as, ask, confirmDocuments, drop, expectReleased, giveEvidence, lodge, passReviews } from "./steps";
import { test } from "./test";

/** A folder of documents with their truth that is no part of this repository; nobody made them for this product. */
const KIT = process.env.TWOGATE_DOCUMENTS_KIT ?? "../shared/kits/documents";
const PAPERS = ["pub_ci_grid_01.pdf", "pub_awb_iata_05.png"].map((name) => join(KIT, "public", "docs", name));

interface Declared {
  readonly declaration: { readonly values: readonly { name: string; line: number | null; value: string | null }[] };
}

/** Brings the goods of a shipment into the broker's account book, which holds the goods of our samples only. */
async function stock(page: Page, shipment: string): Promise<void> {
  const { declaration } = (await ask(page, `/api/v1${shipment.replace("/broker", "")}`)) as Declared;
  const of = (name: string, line: number) =>
    declaration.values.find((each) => each.name === name && each.line === line)?.value ?? "";
  const numbers = [...new Set(declaration.values.flatMap(({ line }) => line ?? []))];
  const kinds = new Map(
    numbers.map((line) => {
      const [code, origin, unit] = ["commodityCode", "origin", "unit"].map((name) => of(name, line));
      return [`${code} ${origin} ${unit}`, { code, origin, unit: unit || "PCS" }] as const;
    }),
  );
  const items = [...kinds.values()].map((kind, index) => ({ ...kind, number: 501 + index }));
  const heads =
    "item_no,product_code,commodity_code,description,declared_unit,legal_unit_1,legal_factor_1,legal_unit_2,legal_factor_2,origin,unit_price,currency";
  const itemRows = items.map(
    ({ number, code, origin, unit }) =>
      `${number},K-${number},${code},Goods ${number},${unit},${unit},1,kg,0.5,${origin},1,EUR`,
  );
  const stockRows = items.map(({ number }) => `${number},K,,,2026-11-01,100000,QD-2026-${number}`);
  const files = {
    items: [heads, ...itemRows].join("\n"),
    stock: ["item_no,lot,produced_on,expires_on,received_on,quantity,reference", ...stockRows].join("\n"),
  };
  const statuses = await page.evaluate(async (csv) => {
    const { rows } = (await (await fetch("/api/v1/books")).json()) as { rows: { id: string }[] };
    const send = async (part: "items" | "stock") =>
      (
        await fetch(`/api/v1/books/${rows[0]?.id}/${part}`, {
          method: "POST",
          headers: { "content-type": "text/csv" },
          body: csv[part],
        })
      ).status;
    return [await send("items"), await send("stock")];
  }, files);
  expect(statuses).toEqual([200, 200]);
}

const isThere = PAPERS.every((path) => existsSync(path));
if (!isThere) process.stdout.write(`The documents of ${KIT} are not here; the test that takes two of them is extra.\n`);

// What is not there is no test of this repository's, so it is neither skipped nor failed.
if (isThere)
  test("documents from elsewhere, one of them scanned, become one declaration and pass both gates", async ({
    browser,
  }) => {
    // The other broker has a copy of this invoice among the samples, and there it would be the document that was there.
    const page = await as(browser, "broker");
    await page.goto("/broker/shipments");
    await drop(page, PAPERS);
    await expect(page.getByText(/values read/)).toHaveCount(2);
    const shipment = (await page.getByRole("link", { name: "Open shipment" }).first().getAttribute("href")) ?? "";
    await page.goto(`${shipment}?tab=documents`);
    await confirmDocuments(page);
    await stock(page, shipment);
    await lodge(page, shipment);
    // The two were not written for one consignment, so an officer looks at what differs.
    await passReviews(
      await as(browser, "officer"),
      (await page.getByRole("heading", { level: 1 }).textContent()) ?? "",
      "Harbour",
    );
    await page.goto(shipment);
    await expect(page.getByRole("button", { name: "Gate 1 · Bonded exit" })).toContainText("released");
    await giveEvidence(page, shipment);
    await expectReleased(browser, page, shipment, "Gate 2 · Domestic distribution", "Harbour");
    await expect(page.getByTestId("rekeyed-fields")).toHaveText("0");
  });

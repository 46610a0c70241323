import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { as, confirmDocuments, drop, expectReleased, giveEvidence, lodge, passReviews } from "./steps";
import { test } from "./test";

/** A folder of documents with their truth that is no part of this repository; nobody made them for this product. */
const KIT = process.env.TWOGATE_DOCUMENTS_KIT ?? "../shared/kits/documents";
const PAPERS = ["pub_ci_grid_01.pdf", "pub_awb_iata_05.png"].map((name) => join(KIT, "public", "docs", name));

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

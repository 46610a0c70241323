import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { zipOf } from "../support/archives";
import { consignment, invoicePages, originPage, packingListPage, pdfOfPages } from "../support/papers";
import { as, drop } from "./steps";
import { test } from "./test";
import { violationsOf } from "./violations";

test("an archive with several papers in one file becomes documents, whose bounds a person moves", async ({
  browser,
}) => {
  const of = consignment(77);
  const packet = await pdfOfPages([...invoicePages(of), packingListPage(of), originPage(of)]);
  const path = join(mkdtempSync(join(tmpdir(), "twogate-intake-")), "papers.zip");
  const note = Buffer.from("Kind regards");
  writeFileSync(
    path,
    zipOf([
      { name: "packet.pdf", bytes: packet },
      { name: "note.txt", bytes: note },
    ]),
  );
  const page = await as(browser, "broker");
  await page.goto("/broker/shipments");
  await drop(page, [path]);
  await expect(page.getByText("2 files inside, 1 document")).toBeVisible({ timeout: 60_000 });
  const shipment = (await page.getByRole("link", { name: "Open shipment" }).first().getAttribute("href")) ?? "";
  await page.goto(`${shipment}?tab=documents`);
  await expect(page.getByText("not a document that is read", { exact: false })).toBeVisible();
  const join2 = page.getByRole("button", { name: "Join the document on page 2 with the one before it" });
  const split2 = page.getByRole("button", { name: "Another document begins on page 2" });
  await expect(join2).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("3 documents on 3 pages")).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await join2.click();
  await expect(split2).toBeVisible();
  await expect(page.getByText("2 documents on 3 pages")).toBeVisible();
  await split2.click();
  await expect(join2).toBeVisible();
  await expect(page.getByText("3 documents on 3 pages")).toBeVisible();
  // The archive has a page of its own, which leads to what came out of it.
  await page.getByRole("link", { name: /papers\.zip$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /papers\.zip$/ })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole("link", { name: "packet.pdf" }).click();
  await expect(page.getByTestId("to-confirm")).toBeVisible();
});

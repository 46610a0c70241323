import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { as, confirmDocuments, drop, expectReleased, giveEvidence, lodge, passReviews } from "./steps";
import { test } from "./test";

test("a broker drops two documents and the goods pass both gates with nothing typed again", async ({ browser }) => {
  const page = await as(browser, "otherBroker");
  await page.goto("/broker/shipments");
  const started = Date.now();
  await drop(page, ["samples/green-toys/invoice.pdf", "samples/green-toys/waybill.png"]);
  await expect(page.getByText(/values read/).first()).toBeVisible();
  test.info().annotations.push({ type: "upload to first values", description: `${Date.now() - started} ms` });
  await expect(page.getByText(/values read/)).toHaveCount(2);
  await expect(page.getByText("Air waybill", { exact: true }).first()).toBeVisible();
  const shipment = (await page.getByRole("link", { name: "Open shipment" }).first().getAttribute("href")) ?? "";
  await page.goto(`${shipment}?tab=documents`);
  await confirmDocuments(page);
  await lodge(page, shipment);
  await expectReleased(browser, page, shipment, "Gate 1 · Bonded exit");
  await giveEvidence(page, shipment);
  await expectReleased(browser, page, shipment, "Gate 2 · Domestic distribution");
  test.info().annotations.push({ type: "upload to both gates released", description: `${Date.now() - started} ms` });
  await expect(page.getByTestId("rekeyed-fields")).toHaveText("0");
  await page.goto(`${shipment}?tab=timeline`);
  await page.getByRole("button", { name: "Verify the chain" }).click();
  await expect(page.getByText(/follow from their content/)).toBeVisible();
});

test("the same file dropped again is the document that was there", async ({ browser }) => {
  const page = await as(browser, "otherBroker");
  await page.goto("/broker/shipments");
  await drop(page, ["samples/green-toys/invoice.pdf"]);
  await expect(page.getByText(/the same file was here before/)).toBeVisible();
});

test("a file that is no document is refused in words, with the remedy", async ({ browser }) => {
  const page = await as(browser, "otherBroker");
  await page.goto("/broker/shipments");
  await page
    .getByLabel("Choose files")
    .setInputFiles({ name: "invoice.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html></html>") });
  await expect(page.getByText(/This is no PDF, picture, XML invoice, ZIP or e-mail/)).toBeVisible();
});

test("documents of another layout that contradict each other meet an officer, who passes them at both gates", async ({
  browser,
}) => {
  const page = await as(browser, "otherBroker");
  await page.goto("/broker/shipments");
  await drop(page, ["samples/other-layouts/invoice.pdf", "samples/other-layouts/waybill.pdf"]);
  await expect(page.getByText(/values read/)).toHaveCount(2);
  const shipment = (await page.getByRole("link", { name: "Open shipment" }).first().getAttribute("href")) ?? "";
  await page.goto(`${shipment}?tab=documents`);
  await confirmDocuments(page);
  // The waybill of this layout prints its number in three places; what was not read is asked, once, before gate one.
  await page.goto(`${shipment}?tab=declaration`);
  const number = page.getByLabel("Waybill or B/L number");
  if (await number.count()) {
    await number.fill("180-00694400");
    await page.getByRole("button", { name: "Save" }).first().click();
    await expect(number).toHaveCount(0);
  }
  await lodge(page, shipment);
  const reference = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await passReviews(await as(browser, "officer"), reference);
  await page.goto(shipment);
  await expect(page.getByRole("button", { name: "Gate 1 · Bonded exit" })).toContainText("released");
  await giveEvidence(page, shipment);
  await expectReleased(browser, page, shipment, "Gate 2 · Domestic distribution");
  await expect(page.getByTestId("rekeyed-fields")).toHaveText("0");
});

test("an entry of the whitelist is proposed by one admin, approved by another, and suspended with a reason by one", async ({
  browser,
}) => {
  const first = await as(browser, "admin");
  await first.goto("/admin/aeo");
  await first.getByRole("button", { name: "Propose an entry" }).click();
  const dialog = first.getByRole("dialog");
  await dialog.getByLabel("Holder").fill("Northgate Test Imports");
  await dialog.getByLabel("AEO code").fill("AEOCN9900000001");
  await dialog.getByLabel("Valid from").fill("2026-11-01");
  await dialog.getByLabel("Source").fill("Certificate of 2026-10-30");
  await dialog.getByRole("button", { name: "Propose an entry" }).click();
  const entry = first.locator("main li:not([data-sonner-toast])").filter({ hasText: "Northgate Test Imports" });
  await expect(entry).toContainText("Another admin must approve this");
  const second = await as(browser, "secondAdmin");
  await second.goto("/admin/aeo");
  await second
    .locator("main")
    .getByRole("listitem")
    .filter({ hasText: "Northgate Test Imports" })
    .getByRole("button", { name: "Approve" })
    .click();
  const row = second.getByRole("row", { name: /Northgate Test Imports/ });
  await expect(row).toContainText("active");
  await row.getByRole("button", { name: "Suspend" }).click();
  const suspension = second.getByRole("dialog");
  await suspension.getByRole("button", { name: "Suspend now" }).click();
  await expect(suspension.getByLabel("Reason")).toHaveAccessibleDescription(/Fill this in/);
  await suspension.getByLabel("Reason").fill("Investigation of 2026-11-25");
  await suspension.getByRole("button", { name: "Suspend now" }).click();
  await expect(row).toContainText("suspended");
  await expect(row.getByRole("button", { name: "Suspend" })).toHaveCount(0);
});

test("a CSV file is previewed row by row before anything is proposed", async ({ browser }) => {
  const page = await as(browser, "admin");
  await page.goto("/admin/aeo");
  await page.getByRole("button", { name: "Import CSV" }).click();
  const csv =
    "aeo_code,holder,tier,roles,commodity_prefixes,origins,value_cap,valid_from,valid_to,source\nAEOCN7700000001,New Firm,certified,importer,61;62,PT,,2026-12-01,,List of 2026-11\nbad code,Other Firm,golden,,,,,2026-12-01,,List\n";
  await page.getByLabel("CSV file").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await expect(page.getByRole("row", { name: /Other Firm/ })).toContainText("at fault");
  await expect(page.getByRole("row", { name: /New Firm/ })).toContainText("new");
  await expect(page.getByRole("button", { name: "Propose these changes" })).toBeDisabled();
});

test("a machine goes the same way with an API key", async ({ browser, request }) => {
  const page = await as(browser, "otherBroker");
  await page.goto("/admin/api-keys");
  await page.getByRole("button", { name: "Create a key" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name of the key").fill("warehouse system");
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  const secret = (await dialog.getByRole("status").locator("code").textContent()) ?? "";
  const headers = { authorization: `Bearer ${secret}` };
  const opened = await request.post("/api/v1/shipments", { headers, data: {} });
  const { id } = (await opened.json()) as { id: string };
  const uploaded = await request.post(`/api/v1/shipments/${id}/documents`, {
    headers: { ...headers, "x-file-name": "invoice.pdf", "content-type": "application/octet-stream" },
    data: readFileSync("samples/lamps/invoice.pdf"),
  });
  expect(uploaded.ok()).toBe(true);
  const early = await request.post(`/api/v1/shipments/${id}/declarations`, {
    headers: { ...headers, "idempotency-key": "machine-key-1" },
    data: { security: "guarantee" },
  });
  expect(early.status()).toBe(422);
  const problem = (await early.json()) as {
    kind: string;
    errors: { pointer: string; message: string; remedy: string }[];
  };
  expect(problem.kind).toBe("not_ready");
  expect(
    problem.errors.every((each) => each.pointer.startsWith("/") && each.message !== "" && each.remedy !== ""),
  ).toBe(true);
  const described = (await (await request.get("/api/v1/openapi.json")).json()) as { openapi: string; paths: object };
  expect(described.openapi).toBe("3.1.0");
  expect(Object.keys(described.paths).length).toBeGreaterThan(20);
});

test("what happens between the drawing of a page and the opening of its stream is seen all the same", async ({
  browser,
}) => {
  const page = await as(browser, "otherBroker");
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/api/v1/events", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/broker/shipments");
  const other = await as(browser, "otherBroker");
  await other.goto("/broker/shipments");
  const reference = await other.evaluate(async () => {
    const opened = await fetch("/api/v1/shipments", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    return ((await opened.json()) as { reference: string }).reference;
  });
  const row = page.getByRole("link", { name: reference });
  await expect(row).toHaveCount(0);
  letGo();
  await expect(row).toHaveCount(1);
});

test("an address that leads nowhere says so, and nothing breaks", async ({ browser }) => {
  const page = await as(browser, "otherBroker");
  for (const address of ["/broker/shipments/nothing", "/broker/documents/nothing", "/nothing"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
  }
});

test("who is not signed in gets nothing from the API, and is sent to sign in by the pages", async ({
  request,
  page,
}) => {
  expect((await request.get("/api/v1/shipments")).status()).toBe(401);
  await page.goto("/broker/shipments");
  await expect(page).toHaveURL(/sign-in/);
});

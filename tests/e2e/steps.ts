import { readFileSync } from "node:fs";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { type PEOPLE, stateOf } from "./people";

/** A page of its own for somebody who is signed in, so wide in CSS pixels. */
export async function as(browser: Browser, who: keyof typeof PEOPLE, width = 1280): Promise<Page> {
  const context = await browser.newContext({ storageState: stateOf(who), viewport: { width, height: 800 } });
  return context.newPage();
}

/** Drops files on the page as a person does: with a drag of the mouse, from outside. */
export async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const files = paths.map((path) => ({
    name: path.split("/").slice(-2).join("-"),
    type: path.endsWith(".pdf") ? "application/pdf" : "image/png",
    base64: readFileSync(path).toString("base64"),
  }));
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const { name, type, base64 } of all)
      data.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name, { type }));
    return data;
  }, files);
  await page.locator("main section").first().dispatchEvent("drop", { dataTransfer: transfer });
}

/** Uploads both documents of a sample, or of a folder with copies of it, and confirms what they ask; gives the address of the shipment. */
export async function uploaded(page: Page, sample: string, folder = "samples"): Promise<string> {
  await page.goto("/broker/shipments");
  // A page that has not woken takes nothing.
  await expect(async () => {
    await drop(page, [`${folder}/${sample}/invoice.pdf`, `${folder}/${sample}/waybill.png`]);
    await expect(page.getByText(`${sample}-waybill.png`).first()).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await expect(page.getByText(/values read/)).toHaveCount(2, { timeout: 90_000 });
  const shipment = (await page.getByRole("link", { name: "Open shipment" }).first().getAttribute("href")) ?? "";
  await page.goto(`${shipment}?tab=documents`);
  await confirmDocuments(page);
  return shipment;
}

/** Opens every document that still asks something, and answers with the keyboard. */
export async function confirmDocuments(page: Page): Promise<void> {
  const links = await page
    .locator("a[href^='/broker/documents/']")
    .evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
  for (const link of [...new Set(links.map((each) => each.split("?")[0] ?? ""))]) {
    await page.goto(link);
    await expect(page.getByTestId("to-confirm")).toBeVisible();
    for (let guard = 0; guard < 40; guard++) {
      const words = (await page.getByTestId("to-confirm").textContent()) ?? "";
      if (!words.startsWith("▲")) break;
      await page.locator("[data-field][data-unsure=true]").first().getByRole("textbox").focus();
      await page.keyboard.press("Enter");
      await expect(page.getByTestId("to-confirm")).not.toHaveText(words);
    }
  }
}

/** Acknowledges what there is to acknowledge and lodges. */
export async function lodge(page: Page, shipment: string): Promise<void> {
  await page.goto(`${shipment}?tab=declaration`);
  await expect(page.getByTestId("idempotency-key")).not.toHaveText("");
  const acknowledge = page.getByRole("checkbox");
  if (await acknowledge.count()) await acknowledge.check();
  await page.getByRole("button", { name: /Lodge the declaration/ }).click();
  await expect(page.getByText(/Version 1 lodged/)).toBeVisible();
}

/** Gives a number for every paper that gate two asks for. */
export async function giveEvidence(page: Page, shipment: string): Promise<void> {
  await page.goto(`${shipment}?tab=requirements`);
  const forms = page.getByLabel("Number of the paper");
  await expect(page.getByText("Worked out when the gate opens.")).toHaveCount(0);
  for (let guard = 0; guard < 12 && (await forms.count()) > 0; guard++) {
    const before = await forms.count();
    await forms.first().fill("2026-000123");
    await page.getByRole("button", { name: "Record" }).first().click();
    await expect(forms).toHaveCount(before - 1);
  }
}

/** What an officer must see, by a rule or drawn by chance as one in fifty, an officer passes, and the report says so. */
export async function expectReleased(
  browser: Browser,
  page: Page,
  shipment: string,
  gate: string,
  broker = "Lotus",
): Promise<void> {
  await page.goto(shipment);
  const state = page.getByRole("button", { name: gate });
  await expect(state).toContainText(/released|in review/);
  if (((await state.textContent()) ?? "").includes("in review")) {
    test.info().annotations.push({ type: "an officer passed", description: gate });
    await passReviews(
      await as(browser, "officer"),
      (await page.getByRole("heading", { level: 1 }).textContent()) ?? "",
      broker,
    );
    await page.goto(shipment);
  }
  await expect(state).toContainText("released");
}

/** Claims and passes whatever case the shipment has, with reasons by number key. */
export async function passReviews(page: Page, reference: string, broker = "Lotus"): Promise<void> {
  await page.goto("/compliance/reviews");
  // Each broker numbers its own shipments, so the broker is a part of the name.
  const row = page.getByRole("row").filter({ hasText: broker });
  await row.getByRole("link", { name: reference }).first().click();
  await page.getByRole("button", { name: "Claim the case" }).click();
  await expect(page.getByRole("button", { name: "Decide", exact: true })).toBeVisible();
  await page.locator("body").click({ position: { x: 4, y: 400 } });
  await page.keyboard.press("1");
  await page.getByRole("button", { name: "Decide", exact: true }).click();
  await expect(page.getByText("✓ Decided")).toBeVisible();
}

/** The address of the shipment that a row of the list leads to. */
export async function shipmentOf(page: Page, row: number): Promise<string> {
  await page.goto("/broker/shipments");
  return (await page.locator("tbody a").nth(row).getAttribute("href")) ?? "";
}

/** Asks the API with the page's own session. */
export function ask(page: Page, path: string): Promise<unknown> {
  return page.evaluate(async (address) => (await fetch(address)).json() as Promise<unknown>, path);
}

/** A document of the demonstration, by its name. */
export async function demonstrated(page: Page, fileName: string): Promise<string> {
  const { rows } = (await ask(page, "/api/v1/shipments?limit=50")) as { rows: { id: string }[] };
  for (const { id } of rows) {
    const { documentList } = (await ask(page, `/api/v1/shipments/${id}`)) as {
      documentList: { id: string; fileName: string }[];
    };
    const found = documentList.find((each) => each.fileName === fileName);
    if (found) return found.id;
  }
  throw new Error(`the demonstration has no ${fileName}`);
}

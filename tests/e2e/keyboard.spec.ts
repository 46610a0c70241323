import { expect, type Locator, type Page } from "@playwright/test";
import { PASSWORD, PEOPLE } from "./people";
import { expectReleased } from "./steps";
import { test } from "./test";

const MOST_STOPS = 90;

/** Goes on with Tab until the focus is there; a control that Tab never reaches is no control for a keyboard. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${wanted}`);
}

async function press(page: Page, wanted: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

const section = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Sections of the shipment" }).getByRole("link", { name });

/** Confirms whatever the document of this page asks: whoever comes is at the first of it, and Enter leads to the next. */
async function confirmAll(page: Page): Promise<void> {
  const count = page.getByTestId("to-confirm");
  await expect(count).toBeVisible();
  if (((await count.textContent()) ?? "").startsWith("▲")) {
    await expect(page.locator("[data-field] input:focus")).toBeVisible();
  }
  for (let guard = 0; guard < 40; guard++) {
    const words = (await count.textContent()) ?? "";
    if (!words.startsWith("▲")) return;
    await page.keyboard.press("Enter");
    await expect(count).not.toHaveText(words);
  }
}

test("the whole line is walked with the keyboard alone", async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto("/sign-in");
  await tabTo(page, page.getByLabel("E-mail"));
  await page.keyboard.type(PEOPLE.otherBroker);
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL(/broker\/shipments/);

  const chooser = page.waitForEvent("filechooser");
  await press(page, page.getByLabel("Choose files"), "Enter");
  await (await chooser).setFiles(["samples/green-keyboards/invoice.pdf", "samples/green-keyboards/waybill.png"]);
  await expect(page.getByText(/values read/)).toHaveCount(2);
  await press(page, page.getByRole("link", { name: "Open shipment" }).first());
  await page.waitForURL(/broker\/shipments\/./);
  const shipment = new URL(page.url()).pathname;

  for (const name of ["invoice.pdf", "waybill.png"]) {
    await press(page, section(page, "Documents"));
    await press(page, page.getByRole("link", { name: new RegExp(name) }).first());
    await page.waitForURL(/broker\/documents/);
    await confirmAll(page);
    await press(page, page.locator(`main a[href^='${shipment}']`).first());
    await page.waitForURL(/broker\/shipments\/./);
  }

  await press(page, section(page, "Declaration"));
  await expect(page.getByTestId("idempotency-key")).not.toHaveText("");
  const acknowledge = page.getByRole("checkbox");
  if (await acknowledge.count()) await press(page, acknowledge, "Space");
  await press(page, page.getByRole("button", { name: /Lodge the declaration/ }));
  await expect(page.getByText(/Version 1 lodged/)).toBeVisible();
  await expectReleased(browser, page, shipment, "Gate 1 · Bonded exit");

  await press(page, section(page, "Requirements"));
  const papers = page.getByLabel("Number of the paper");
  await expect(papers.first()).toBeVisible();
  for (let guard = 0; guard < 12 && (await papers.count()) > 0; guard++) {
    const before = await papers.count();
    await tabTo(page, papers.first());
    await page.keyboard.type("2026-000123");
    await page.keyboard.press("Enter");
    await expect(papers).toHaveCount(before - 1);
  }
  await expectReleased(browser, page, shipment, "Gate 2 · Domestic distribution");
  await expect(page.getByTestId("rekeyed-fields")).toHaveText("0");
});

import { expect } from "@playwright/test";
import { stateOf } from "./people";
import { as, demonstrated, shipmentOf } from "./steps";
import { test } from "./test";

test("the list is worked with j, k, Enter and /, and not when single keys are switched off", async ({ browser }) => {
  const page = await as(browser, "broker");
  await page.goto("/broker/shipments");
  const links = page.locator("tbody a");
  await expect(links.first()).toBeVisible();
  // The page listens once it is awake.
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(links.nth(0)).toBeFocused({ timeout: 500 });
  }).toPass();
  // What was pressed while it slept may come late and move the focus once more.
  await page.waitForTimeout(1_000);
  await links.nth(0).focus();
  await page.keyboard.press("j");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("j");
  await expect(page.getByRole("searchbox")).toHaveValue("j");
  await page.getByRole("searchbox").fill("");
  await page.getByRole("searchbox").blur();
  await page.keyboard.press("?");
  await page.getByRole("switch").click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).not.toBeFocused();
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await page.getByRole("switch").click();
  await page.keyboard.press("Escape");
  await links.first().focus();
  const address = (await links.first().getAttribute("href")) ?? "";
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(address));
});

test("what the list is narrowed to stands in the address, and the server draws it", async ({ browser }) => {
  const page = await as(browser, "broker");
  await page.goto("/broker/shipments");
  const drafts = page.getByRole("button", { name: /^Drafts/ });
  const count = Number(((await drafts.textContent()) ?? "").replace(/\D/g, ""));
  await drafts.click();
  await expect(page).toHaveURL(/view=draft/);
  await expect(page.locator("tbody tr")).toHaveCount(count);
  await page.getByRole("searchbox").fill("no firm of this name");
  await expect(page).toHaveURL(/search=no/);
  await expect(page.getByText("No shipment fits.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("searchbox")).toHaveValue("no firm of this name");
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page).not.toHaveURL(/view|search/);
  await expect.poll(() => page.locator("tbody tr").count()).toBeGreaterThan(count);
});

test("a gate draws its lifecycle, with the state now and every move in words", async ({ browser }) => {
  const page = await as(browser, "broker");
  await page.goto(await shipmentOf(page, 0));
  await page.getByRole("button", { name: "Gate 1 · Bonded exit" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.locator("svg text").filter({ hasText: "in examination" })).toHaveCount(1);
  await expect(sheet.getByText("All other moves")).toBeVisible();
  expect(await sheet.getByRole("listitem").count()).toBeGreaterThan(10);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Gate 1 · Bonded exit" })).toBeFocused();
});

test("a form says at its field what is wrong, and the focus goes to the first such field", async ({ browser }) => {
  const page = await as(browser, "admin");
  await page.goto("/admin/aeo");
  await page.getByRole("button", { name: "Propose an entry" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Holder").fill("Someone");
  await dialog.getByLabel("Commodity prefixes").fill("6");
  await dialog.getByRole("button", { name: "Propose an entry" }).click();
  await expect(dialog.getByLabel("AEO code")).toBeFocused();
  await expect(dialog.getByLabel("AEO code")).toHaveAccessibleDescription("Fill this in.");
  await expect(dialog.getByLabel("Commodity prefixes")).toHaveAccessibleDescription(/Each prefix is 2 to 10 digits/);
});

test("the folded rail stays folded on the next page, without a jump", async ({ browser }) => {
  const page = await as(browser, "broker");
  await page.goto("/broker/shipments");
  await page.getByRole("button", { name: /Show only the icons/ }).click();
  await page.goto("/admin/jobs");
  const rail = page.getByRole("complementary").first();
  await expect(rail).not.toContainText("Shipments");
  await expect(rail.getByRole("link", { name: "Shipments" })).toBeVisible();
});

test("on a phone no table is cut, and the page of a paper stays in sight above the value that is looked at", async ({
  browser,
}) => {
  const context = await browser.newContext({
    storageState: stateOf("otherBroker"),
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto("/broker/shipments");
  const paper = await demonstrated(page, "green-shirts-invoice.pdf");
  await page.goto(`/broker/documents/${paper}`);
  await page.getByRole("link", { name: /^S26-/ }).click();
  for (const tab of ["Overview", "Declaration", "Tax"]) {
    await page.getByRole("link", { name: tab }).click();
    await expect(page.getByRole("link", { name: tab })).toHaveAttribute("aria-current", "page");
    const table = page.locator("section:has(> table)");
    await expect(table).toBeVisible();
    expect(await table.evaluate((each) => each.scrollWidth - each.clientWidth), tab).toBe(0);
  }
  await page.goto(`/broker/documents/${paper}`);
  const input = page.getByRole("textbox", { name: "Total", exact: true });
  const id = await page.locator("[data-field]").filter({ has: input }).getAttribute("data-field");
  const box = page.locator(`[data-box="${id}"]`);
  // The server draws the panes of a desk; a focus that comes before a phone has drawn its own is lost with them.
  await expect(async () => {
    await input.focus();
    await expect(input).toBeInViewport({ ratio: 1, timeout: 2_000 });
    await expect(box).toBeInViewport({ ratio: 1, timeout: 2_000 });
  }).toPass();
  // It comes as near as its letters need to be read.
  await expect.poll(async () => (await box.boundingBox())?.height ?? 0).toBeGreaterThan(10);
});

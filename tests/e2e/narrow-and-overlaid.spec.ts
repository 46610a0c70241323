import { expect, type Page } from "@playwright/test";
import { stateOf } from "./people";
import { as, shipmentOf } from "./steps";
import { test } from "./test";
import { violationsOf } from "./violations";

test("no screen scrolls sideways at 320 px", async ({ browser }) => {
  const broker = await as(browser, "broker", 320);
  await broker.goto("/broker/shipments");
  const shipment = (await broker.locator("main li a").first().getAttribute("href")) ?? "";
  const tabs = ["overview", "documents", "declaration", "tax", "requirements", "returns", "risk", "timeline"];
  await broker.goto(`${shipment}?tab=documents`);
  const paper = (await broker.locator("a[href^='/broker/documents/']").first().getAttribute("href")) ?? "";
  const officer = await as(browser, "officer", 320);
  await officer.goto("/compliance/reviews");
  const review = (await officer.locator("main li a").first().getAttribute("href")) ?? "";
  const admin = await as(browser, "admin", 320);
  await admin.goto("/admin/law");
  const basket = (await admin.locator("main tbody a").first().getAttribute("href")) ?? "";
  const nobody = await (await browser.newContext({ viewport: { width: 320, height: 800 } })).newPage();
  const screens: readonly (readonly [Page, string])[] = [
    [broker, "/broker/shipments"],
    ...tabs.map((tab) => [broker, `${shipment}?tab=${tab}`] as const),
    [broker, paper],
    [broker, "/broker/money"],
    [broker, "/broker/money?view=bills"],
    [broker, "/broker/returns"],
    [broker, "/admin/jobs"],
    [broker, "/admin/api-keys"],
    [broker, "/account"],
    [officer, "/compliance/reviews"],
    [officer, review],
    [admin, "/admin/aeo"],
    [admin, "/admin/law"],
    [admin, basket],
    [admin, "/admin/people"],
    [nobody, "/choose-password#a-link-that-was-handed-over"],
    [admin, "/docs/api"],
  ];
  for (const [page, path] of screens) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond, path).toBeLessThanOrEqual(0);
  }
});

for (const theme of ["light", "dark"] as const)
  test(`what opens over a page has no violation either, ${theme}`, async ({ browser }) => {
    const context = await browser.newContext({ storageState: stateOf("broker"), colorScheme: theme });
    const page = await context.newPage();
    const check = async (what: string) => {
      expect(await violationsOf(page), what).toEqual([]);
      await page.keyboard.press("Escape");
    };
    await page.goto(await shipmentOf(page, 0));
    await page.getByRole("button", { name: "Gate 1 · Bonded exit" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await check("lifecycle of a gate");
    await page.goto(`${page.url()}?tab=declaration`);
    await page
      .getByRole("link", { name: /^Source:/ })
      .first()
      .focus();
    await expect(page.getByText("Read by").first()).toBeVisible();
    await check("source of a value");
    await page.keyboard.press("Control+k");
    // The page has comboboxes of its own; the palette's is the one in the dialog.
    await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
    await check("palette");
    await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    await check("shortcuts");
    await page.goto("/broker/shipments");
    await page.getByRole("button", { name: "Columns" }).click();
    await check("columns of the list");
  });

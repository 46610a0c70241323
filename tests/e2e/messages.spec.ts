import { expect, type Page } from "@playwright/test";
import { as } from "./steps";
import { test } from "./test";
import { violationsOf } from "./violations";

/** Turns a knob of the simulated authority on its screen. */
async function turn(admin: Page, name: string, percent: string): Promise<void> {
  await admin.goto("/admin/simulator");
  await admin.getByLabel(name).fill(percent);
  await admin.getByRole("button", { name: "Turn the knobs" }).click();
  await expect(admin.getByText("The knobs are turned.")).toBeVisible();
}

test("a message names what it lacks, goes out when that is given, and what contradicts itself is ruled", async ({
  browser,
}) => {
  const admin = await as(browser, "admin");
  await turn(admin, "Contradicting answers, %", "100");
  expect(await violationsOf(admin)).toEqual([]);
  const page = await as(browser, "otherBroker");
  await page.goto("/broker/messages?state=failed");
  // The list listens before it is drawn; the key moves into its first row.
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(page.locator("[data-row-link]").first()).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Enter");
  await page.waitForURL(/messages\/[0-9a-f-]{36}$/);
  await page.getByLabel("Country of departure (two letters)", { exact: true }).fill("VN");
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Give and send" }).click();
  await expect(page.getByText("Receipt: released")).toBeVisible();
  await expect(page.getByRole("heading", { name: "These answers contradict each other" })).toBeVisible();
  await turn(admin, "Contradicting answers, %", "0");
  await page.getByRole("radio", { name: /^released/ }).check();
  await page.getByRole("button", { name: "Rule", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").fill("The office said so on the telephone.");
  expect(await violationsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Rule", exact: true }).click();
  await expect(page.getByText("does not count, by a ruling")).toBeVisible();
  await expect(page.getByTestId("next-step")).toHaveText(
    "Nothing is to be done about the message. Whether the goods may go, the gate says.",
  );
  await page.getByRole("button", { name: "Show the bytes" }).click();
  const bytes = page.getByRole("region", { name: "The message as it is" });
  await expect(bytes).toContainText(/UNB\+.*'\nUNH\+/);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).last().click();
  expect((await download).suggestedFilename()).toMatch(/^TG[0-9A-F]{18}-1\.edi$/);
  expect(await violationsOf(page)).toEqual([]);
  const here = new URL(page.url()).pathname;

  await page.goto("/broker/messages/quarantine");
  await expect(page.getByText("No answer waits for a person.")).toBeVisible();
  await page.goto("/admin/channels");
  await expect(page.getByText("示例电商平台")).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);

  await expectInChinese(page, ["/broker/messages", here, "/admin/channels"]);
  await page.getByRole("button", { name: "立即对账" }).click();
  await expect(page.getByText("最近对账")).toBeVisible();
  await page.getByRole("button", { name: "停用" }).click();
  await page.getByRole("button", { name: "启用" }).click();
  await expect(page.getByRole("button", { name: "停用" })).toBeVisible();
});

/** The pages on a phone, in the dark and in Chinese; it stays at the last one. */
async function expectInChinese(page: Page, paths: readonly string[]): Promise<void> {
  await page.context().addCookies([{ name: "locale", value: "zh", url: new URL("/", page.url()).href }]);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of paths) {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("lang", /^zh/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await violationsOf(page)).toEqual([]);
  }
}

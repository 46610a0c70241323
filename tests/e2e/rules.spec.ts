import { type Browser, expect, type Page } from "@playwright/test";
import { as } from "./steps";
import { test } from "./test";
import { violationsOf } from "./violations";

const CODE = "E2E-OFFICE";
const REASON = "Tried by the tests of the browser";

async function looksRight(browser: Browser, path: string): Promise<void> {
  for (const [locale, colorScheme, width] of [
    ["en", "light", 1280],
    ["zh", "dark", 390],
  ] as const) {
    const page = await as(browser, "admin");
    await page.context().addCookies([{ name: "locale", value: locale, url: new URL(path).origin }]);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await violationsOf(page), `${locale}, ${colorScheme}`).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${locale} at ${width}`).toBeLessThanOrEqual(0);
    await page.context().close();
  }
}

async function act(page: Page, name: string, next: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  // The word of a state stands behind its sign.
  await expect(page.getByText(new RegExp(`^[^a-z]*${next}$`)).first()).toBeVisible();
}

test("a rule goes from draft to active by two admins, and is switched off at once", async ({ browser }) => {
  const first = await as(browser, "admin");
  await first.goto("/admin/rules");
  await expect(first.getByRole("link", { name: "RP-PRICE" })).toBeVisible();
  await first.getByRole("button", { name: "New rule" }).first().click();
  const opening = first.getByRole("dialog");
  await opening.getByLabel("Code").fill(CODE);
  await opening.getByLabel("Title").fill("Goods of an office that is none");
  await opening.getByLabel("What it looks for").fill("A rule of the tests that hits nothing");
  await opening.getByLabel("Source").fill("Instruction of these tests, article 1");
  await opening.getByRole("button", { name: "Write the rule" }).click();
  await expect(first.getByRole("heading", { level: 1, name: "Goods of an office that is none" })).toBeVisible();
  const rule = first.url();

  const expression = first.getByLabel("As an expression");
  await expression.fill('ofice = "NONE" and grossKg < 5');
  await expect(expression).toHaveAccessibleDescription(
    /Character 1: There is no field “ofice”\. Did you mean office\?/,
  );
  await expression.fill('office = "NONE" and grossKg < 5');
  await expect(first.getByText("The expression can be read.")).toBeVisible();
  await expect(first.getByLabel("Value").first()).toHaveValue("NONE");
  await first.getByLabel("Value").nth(1).fill("7.5");
  await expect(expression).toHaveValue('office = "NONE" and grossKg < 7.5');
  await first.getByLabel("Search the fields").fill("vague");
  await expect(first.getByRole("button", { name: /^isVague/ })).toBeVisible();

  for (const [index, office] of [
    [1, "NONE"],
    [2, "2201"],
  ] as const) {
    await first.getByRole("button", { name: "Add a test case" }).click();
    await first.getByLabel(`Name of case ${index}`).fill(`Goods of ${office}`);
    const each = first.getByRole("group").filter({ has: first.getByLabel(`Name of case ${index}`) });
    await each.getByLabel("Customs office").fill(office);
    await each.getByLabel("Gross weight").fill("3");
    await expect(each.getByText("comes out as expected")).toBeVisible();
  }
  await first.getByRole("button", { name: "Save the draft" }).click();
  await expect(first.getByText("Saved as version 1")).toBeVisible();
  await act(first, "Check", "checked");
  await act(first, "Run a backtest", "backtested");
  await expect(first.getByText("none inspected: nothing is known")).toBeVisible();
  await act(first, "Begin the shadow", "in shadow");
  await expect(first.getByText("It waits for an admin who wrote no part of it.")).toBeVisible();
  await expect(first.getByRole("button", { name: "Approve" })).toHaveCount(0);
  await looksRight(browser, rule);

  const second = await as(browser, "secondAdmin");
  await second.goto(rule);
  await second.getByRole("button", { name: "Approve" }).click();
  const approval = second.getByRole("dialog");
  await approval
    .getByLabel("In force from")
    .fill(new Intl.DateTimeFormat("sv", { timeZone: "Asia/Shanghai" }).format(new Date()));
  await approval.getByRole("button", { name: "Bring it into force" }).click();
  await expect(approval.getByText(/The rule hit nothing in the backtest/)).toBeVisible();
  await approval.getByLabel("It hit nothing in the backtest, and that is meant.").check();
  await approval.getByRole("button", { name: "Bring it into force" }).click();
  await expect(second.getByText(/^[^a-z]*active$/).first()).toBeVisible();

  await second.getByRole("button", { name: "Switch off" }).click();
  await second.getByRole("dialog").getByLabel("Reason").fill(REASON);
  await second.getByRole("dialog").getByRole("button", { name: "Switch off" }).click();
  await expect(second.getByText(`The rule is switched off: ${REASON}`)).toBeVisible();
  await first.goto("/admin/rules");
  await expect(first.getByText(`Rule ${CODE}: the rule hits nothing`)).toBeVisible();
  await looksRight(browser, first.url());
});

test("an officer reads the rules, stops releases of goods, and writes no rule", async ({ browser }) => {
  const officer = await as(browser, "officer");
  await officer.goto("/admin/rules");
  await expect(officer.getByRole("link", { name: "RP-SPLIT" })).toBeVisible();
  await expect(officer.getByRole("button", { name: "New rule" })).toHaveCount(0);
  await officer.getByRole("button", { name: "Stop releases" }).click();
  const dialog = officer.getByRole("dialog");
  await dialog.getByLabel("Code or country").fill("9999");
  await dialog.getByLabel("Reason").fill(REASON);
  await dialog.getByRole("button", { name: "Stop now" }).click();
  const stopped = officer.locator("[data-switch='9999']");
  await expect(stopped).toContainText("nothing of it is released by the machine");
  await stopped.getByRole("button", { name: "Turn back" }).click();
  await officer.getByRole("dialog").getByLabel("Reason").fill(REASON);
  await officer.getByRole("dialog").getByRole("button", { name: "Turn back" }).click();
  await expect(stopped).toHaveCount(0);
});

test("a rule that hits goes from draft into force with what its backtest found beside it", async ({ browser }) => {
  const first = await as(browser, "admin");
  await first.goto("/admin/rules");
  await first.getByRole("button", { name: "New rule" }).first().click();
  const opening = first.getByRole("dialog");
  await opening.getByLabel("Code").fill("E2E-PAYER");
  await opening.getByLabel("Title").fill("One payer for many persons");
  await opening.getByLabel("What it looks for").fill("Orders of many persons that one payer pays");
  await opening.getByLabel("Source").fill("Instruction of these tests, article 2");
  await opening.getByRole("button", { name: "Write the rule" }).click();
  await expect(first.getByRole("heading", { level: 1, name: "One payer for many persons" })).toBeVisible();
  await first.getByLabel("As an expression").fill("samePayerPersons30d > 3");
  for (const [index, persons] of [
    [1, "5"],
    [2, "1"],
  ] as const) {
    await first.getByRole("button", { name: "Add a test case" }).click();
    await first.getByLabel(`Name of case ${index}`).fill(`${persons} persons`);
    const each = first.getByRole("group").filter({ has: first.getByLabel(`Name of case ${index}`) });
    await each.getByRole("textbox").last().fill(persons);
    await expect(each.getByText("comes out as expected")).toBeVisible();
  }
  await first.getByRole("button", { name: "Save the draft" }).click();
  await expect(first.getByText("Saved as version 1")).toBeVisible();
  await act(first, "Check", "checked");
  await act(first, "Run a backtest", "backtested");
  await expect(first.getByRole("link", { name: /^G0/ }).or(first.getByText(/^G0/)).first()).toBeVisible();
  await act(first, "Begin the shadow", "in shadow");

  const second = await as(browser, "secondAdmin");
  await second.goto(first.url());
  await second.getByRole("button", { name: "Approve" }).click();
  const approval = second.getByRole("dialog");
  await approval
    .getByLabel("In force from")
    .fill(new Intl.DateTimeFormat("sv", { timeZone: "Asia/Shanghai" }).format(new Date()));
  await approval.getByRole("button", { name: "Bring it into force" }).click();
  await expect(second.getByText(/^[^a-z]*active$/).first()).toBeVisible();
});

import { type Browser, expect, type Page } from "@playwright/test";
import { stateOf } from "./people";
import { test } from "./test";

const NEWCOMER = { name: "Noor Haddad", email: "noor@customs.example", password: "a lighthouse behind the harbour" };

test.describe.configure({ mode: "serial" });

async function asAdmin(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ storageState: stateOf("admin") });
  const page = await context.newPage();
  await page.goto("/admin/people");
  return page;
}

async function fillSignIn(page: Page, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(NEWCOMER.email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Signs the newcomer in with a browser that has never been here. */
async function asNewcomer(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await fillSignIn(page, NEWCOMER.password);
  await expect(page).toHaveURL(/\/compliance\/reviews/);
  return page;
}

test("whom an admin adds chooses a password by the link, which is good once, and signs in", async ({ browser }) => {
  const admin = await asAdmin(browser);
  await admin.getByRole("button", { name: "Add a person" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Name").fill(NEWCOMER.name);
  await dialog.getByLabel("E-mail").fill(NEWCOMER.email);
  await dialog.getByRole("button", { name: "Add a person" }).click();
  const link = (await dialog.locator("code").textContent()) ?? "";
  await dialog.getByRole("button", { name: "Done" }).click();
  const row = admin.getByRole("row", { name: new RegExp(NEWCOMER.name) });
  await expect(row).toContainText("link not used yet");

  const newcomer = await (await browser.newContext()).newPage();
  await newcomer.goto(link);
  await newcomer.getByLabel("New password").fill("too short");
  await newcomer.getByRole("button", { name: "Choose a password" }).click();
  await expect(newcomer.getByLabel("New password")).toHaveAccessibleDescription(/Use at least 12 characters/);
  await newcomer.getByLabel("New password").fill(NEWCOMER.password);
  await newcomer.getByRole("button", { name: "Choose a password" }).click();
  await newcomer.getByRole("link", { name: "Sign in" }).click();
  await newcomer.getByLabel("E-mail").fill(NEWCOMER.email);
  await newcomer.getByLabel("Password").fill(NEWCOMER.password);
  await newcomer.getByRole("button", { name: "Sign in" }).click();
  await expect(newcomer).toHaveURL(/\/compliance\/reviews/);

  const finder = await (await browser.newContext()).newPage();
  await finder.goto(link);
  await finder.getByLabel("New password").fill("chosen by who found it");
  await finder.getByRole("button", { name: "Choose a password" }).click();
  await expect(finder.getByText(/This link was used before/)).toBeVisible();
});

test("a person sees where they are signed in, and a session that they end asks to sign in at its next request", async ({
  browser,
}) => {
  const here = await asNewcomer(browser);
  await here.goto("/account");
  const sessions = here.getByRole("main").getByRole("listitem");
  // Each has its button but the one that looks.
  const before = await sessions.getByRole("button", { name: "Sign out" }).count();
  const there = await asNewcomer(browser);
  await here.reload();
  await expect(sessions.filter({ hasText: "this browser" })).toHaveCount(1);
  await expect(sessions.getByRole("button", { name: "Sign out" })).toHaveCount(before + 1);
  // The youngest stands where it is listed; end all others, so that it is among them.
  for (let left = before + 1; left > 0; left--) {
    await sessions.getByRole("button", { name: "Sign out" }).first().click();
    await expect(sessions.getByRole("button", { name: "Sign out" })).toHaveCount(left - 1);
  }
  await there.goto("/compliance/reviews");
  await expect(there).toHaveURL(/\/sign-in/);
  await here.reload();
  await expect(here).toHaveURL(/\/account/);
});

test("whom an admin takes out of the organisation is signed out at once and cannot come back in", async ({
  browser,
}) => {
  const newcomer = await asNewcomer(browser);
  const admin = await asAdmin(browser);
  await admin.getByRole("button", { name: `Actions for ${NEWCOMER.name}` }).click();
  await admin.getByRole("menuitem", { name: "Take out of the organisation" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Take out of the organisation" }).click();
  // The table is hidden while the dialog is open, which closes when it is done.
  await expect(admin.getByRole("dialog")).toHaveCount(0);
  await expect(admin.getByRole("row", { name: new RegExp(NEWCOMER.name) })).toHaveCount(0);
  await newcomer.goto("/compliance/reviews");
  await expect(newcomer).toHaveURL(/\/sign-in/);
  await fillSignIn(newcomer, NEWCOMER.password);
  await expect(newcomer.getByText(/The e-mail or the password is not right/)).toBeVisible();
});

test("nobody takes themselves out, and who is no admin finds no place of admins", async ({ browser }) => {
  const admin = await asAdmin(browser);
  const own = admin.getByRole("row", { name: /\(you\)/ });
  await expect(own).toHaveCount(1);
  await expect(own.getByRole("button")).toHaveCount(0);
  const officer = await (await browser.newContext({ storageState: stateOf("officer") })).newPage();
  for (const place of ["people", "jobs", "api-keys", "aeo"]) {
    await officer.goto(`/admin/${place}`);
    await expect(officer.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
  }
});

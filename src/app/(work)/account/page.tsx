import Bowser from "bowser";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { toSessionView } from "@/application/member-view";
import { listOwnSessions } from "@/application/own-sessions";
import { services } from "@/runtime/container";
import { currentActor, currentPerson, queries } from "@/runtime/next";
import { ChangePassword } from "@/ui/account/password-forms";
import { type NamedSession, Sessions } from "@/ui/account/sessions";
import { RulesForm } from "@/ui/notification/rules-form";
import { Badge } from "@/ui/parts/badge";
import { Section } from "@/ui/parts/card";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function AccountPage() {
  const [actor, person] = [await currentActor(), await currentPerson()];
  if (!actor || !person) redirect("/sign-in");
  const t = await getTranslations("account");
  const roles = await getTranslations("people");
  const { directory, signIn, hasMail } = services();
  const sessions = await listOwnSessions(directory, actor);
  const settings = await queries().getNotificationSettings(actor);
  const language = (await getLocale()) === "zh" ? "zh" : "en";
  const current = await signIn.sessionIdOf(await headers());
  return (
    <div className="flex max-w-3xl flex-col gap-8 px-4 pb-10 pt-5 md:px-6">
      <PageHeader
        title={person.name}
        lead={
          <span className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
            <span>
              {person.email} · {person.organisationName}
            </span>
            {person.roles.map((role) => (
              <Badge key={role}>{roles(`role.${role}`)}</Badge>
            ))}
          </span>
        }
      />
      <Section title={t("sessions")}>
        <Sessions sessions={(sessions.ok ? sessions.value : []).map((each) => named(toSessionView(each, current)))} />
      </Section>
      {settings.ok ? (
        <Section title={t("notifications")} id="notifications">
          <RulesForm settings={settings.value} language={language} hasMail={hasMail} />
        </Section>
      ) : null}
      <Section title={t("password")}>
        <ChangePassword />
      </Section>
    </div>
  );
}

function named(session: ReturnType<typeof toSessionView>): NamedSession {
  if (!session.userAgent) return { ...session, browser: null, isPhone: false };
  const { browser, os, platform } = Bowser.parse(session.userAgent);
  const words = [browser.name, os.name].filter(Boolean).join(" · ");
  return { ...session, browser: words || null, isPhone: platform.type === "mobile" || platform.type === "tablet" };
}

import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ChoosePassword } from "@/ui/account/password-forms";
import { Logo } from "@/ui/frame/logo";
import { Preferences } from "@/ui/frame/preferences";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("choose") };
}

/** Where the link leads that an admin hands over. */
export default async function ChoosePasswordPage() {
  const t = await getTranslations("account");
  return (
    <main className="mx-auto flex min-h-dvh max-w-sm flex-col px-6 py-5">
      <div className="flex items-center gap-2.5 text-lg font-semibold">
        <Logo />
        Twogate
        <span className="ml-auto flex font-normal">
          <Preferences locale={await getLocale()} />
        </span>
      </div>
      <div className="my-auto py-12">
        <h1 className="text-2xl font-semibold">{t("choose")}</h1>
        <p className="mb-6 mt-1 text-muted">{t("chooseLead")}</p>
        <ChoosePassword />
      </div>
    </main>
  );
}

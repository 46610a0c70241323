import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { currentPerson } from "@/runtime/next";
import { SignInForm } from "@/ui/account/sign-in-form";
import { Logo } from "@/ui/frame/logo";
import { Preferences } from "@/ui/frame/preferences";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

export default async function SignInPage() {
  if (await currentPerson()) redirect("/");
  const t = await getTranslations("signIn");
  return (
    <div className="grid min-h-dvh lg:grid-cols-2">
      <main className="flex flex-col px-6 py-8 sm:px-16">
        <div className="flex items-center gap-2.5 text-base font-semibold">
          <Logo />
          Twogate
          <span className="ml-auto flex">
            <Preferences locale={await getLocale()} />
          </span>
        </div>
        <div className="my-auto w-full max-w-sm self-center py-12">
          <h1 className="text-2xl font-semibold tracking-tight">{t("title")}</h1>
          <p className="mb-6 mt-1 text-muted">{t("lead")}</p>
          <SignInForm />
        </div>
      </main>
      <aside
        className="hidden flex-col justify-center gap-6 border-l bg-raised px-16 lg:flex"
        aria-label={t("promise")}
      >
        <p className="max-w-md text-2xl font-semibold leading-snug tracking-tight">{t("promise")}</p>
        <svg viewBox="0 0 420 120" className="w-full max-w-lg text-accent" aria-hidden="true">
          <path d="M10 70h400" stroke="currentColor" strokeWidth="2" opacity="0.4" />
          <path d="M140 30v80M290 30v80" stroke="currentColor" strokeWidth="8" strokeLinecap="round" />
          <circle cx="40" cy="70" r="9" fill="currentColor" />
          <circle cx="215" cy="70" r="9" fill="currentColor" opacity="0.7" />
          <circle cx="380" cy="70" r="9" fill="currentColor" opacity="0.4" />
        </svg>
        <p className="max-w-md text-muted">{t("promiseDetail")}</p>
      </aside>
    </div>
  );
}

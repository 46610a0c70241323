import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { currentPerson } from "@/runtime/next";
import { SignInPromise } from "@/ui/account/promise";
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
    <div className="grid grid-cols-1 min-h-dvh lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
      <main className="flex flex-col px-6 py-5 sm:px-10">
        <div className="flex items-center gap-2.5 text-lg font-semibold">
          <Logo />
          Twogate
          <span className="ml-auto flex font-normal">
            <Preferences locale={await getLocale()} />
          </span>
        </div>
        <div className="my-auto w-full max-w-sm self-center py-12">
          <h1 className="text-2xl font-semibold">{t("title")}</h1>
          <p className="mb-6 mt-1 text-muted">{t("lead")}</p>
          <SignInForm />
        </div>
      </main>
      <SignInPromise />
    </div>
  );
}

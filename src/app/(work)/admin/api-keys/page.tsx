import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { ApiKeys } from "@/ui/account/api-keys";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("apiKeys"))("title") };
}

export default async function ApiKeysPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const t = await getTranslations("apiKeys");
  return (
    <div className="max-w-3xl px-4 py-6 md:px-6">
      <h1 className="text-xl font-semibold tracking-tight">{t("title")}</h1>
      <p className="mb-4 text-muted">{t("lead")}</p>
      <ApiKeys rows={await queries().listApiKeys(actor)} />
    </div>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { currentActor, queries } from "@/runtime/next";
import { ApiKeys } from "@/ui/account/api-keys";
import { CreateKey } from "@/ui/account/create-key";
import { PageHeader } from "@/ui/parts/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("apiKeys"))("title") };
}

export default async function ApiKeysPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const keys = await queries().listApiKeys(actor);
  if (!keys.ok) notFound();
  const rows = keys.value;
  const t = await getTranslations("apiKeys");
  return (
    <div className="flex max-w-5xl flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader
        title={t("title")}
        lead={
          <>
            {t("lead")}{" "}
            <Link href="/docs/api" className="text-accent underline underline-offset-2">
              {t("docs")}
            </Link>
          </>
        }
      >
        {rows.length > 0 ? <CreateKey /> : null}
      </PageHeader>
      <ApiKeys rows={rows} />
    </div>
  );
}

import Link from "next/link";
import { getTranslations } from "next-intl/server";

export default async function NotFound() {
  const t = await getTranslations("problems");
  return (
    <main className="mx-auto max-w-lg px-6 py-24">
      <h1 className="text-2xl font-semibold">{t("notFound")}</h1>
      <p className="mt-2 text-muted">{t("notFoundRemedy")}</p>
      <Link href="/" className="mt-6 inline-block text-accent underline">
        {t("home")}
      </Link>
    </main>
  );
}

import { DestructionsPage, type DestructionsProps, destructionsTitle } from "../../../destruction-pages";

export const generateMetadata = destructionsTitle;

export default function Page({ searchParams }: DestructionsProps) {
  return <DestructionsPage room="broker" searchParams={searchParams} />;
}

/** The part of the package that is used; it comes without types. */
declare module "edifact" {
  export class Parser {
    constructor(validator?: object);
    onopensegment: (tag: string) => void;
    onelement: () => void;
    oncomponent: (value: string) => void;
    onclosesegment: () => void;
    encoding(level: string): void;
    write(chunk: string): void;
    end(): void;
  }
}

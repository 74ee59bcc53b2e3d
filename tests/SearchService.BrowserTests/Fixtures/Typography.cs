namespace SearchService.BrowserTests.Fixtures;

/// <summary>How a page sets its text, measured in the browser; what is wrong is told in words.</summary>
internal static class Typography
{
    /// <summary>The page is not wider than its window, and no text is cut off inside a box.</summary>
    public const string Fits = """
        () => {
          const faults = [];
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth > width) {
            const wide = [...document.body.querySelectorAll("*")].filter(one => one.getBoundingClientRect().right > width + 1);
            faults.push(`${document.documentElement.scrollWidth} wide in ${width}: ${wide.slice(0, 3).map(one => one.outerHTML.slice(0, 200)).join(" | ")}`);
          }
          for (const one of document.body.querySelectorAll("*")) {
            const style = getComputedStyle(one);
            if (["hidden", "clip"].includes(style.overflowX) && style.clipPath === "none" && one.scrollWidth > one.clientWidth + 1)
              faults.push(`cut off: ${one.outerHTML.slice(0, 200)}`);
          }
          return faults;
        }
        """;

    /// <summary>The boxes that a font keeps for its marks above and below do not run into those of the next line.</summary>
    public const string LinesStandApart = """
        () => {
          const faults = [];
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const range = document.createRange();
          while (texts.nextNode()) {
            if (!/[\u0900-\u097f]/.test(texts.currentNode.data)) continue;
            range.selectNodeContents(texts.currentNode);
            const lines = [...range.getClientRects()].filter(one => one.width > 0);
            for (let at = 1; at < lines.length; at++)
              if (lines[at].top > lines[at - 1].top + 2 && lines[at].top < lines[at - 1].bottom - 1)
                faults.push(`${lines[at - 1].bottom - lines[at].top} px: ${texts.currentNode.data.slice(0, 80)}`);
          }
          return faults;
        }
        """;

    /// <summary>
    /// A mark begins and ends between letters as readers count them (a consonant with its conjuncts and signs is one), and the text is as
    /// wide with its marks as without them: what is marked is shaped together with what is beside it.
    /// </summary>
    public const string MarksKeepLettersWhole = """
        () => {
          const faults = [];
          const letters = new Intl.Segmenter("hi", { granularity: "grapheme" });
          for (const block of new Set([...document.querySelectorAll("mark")].map(mark => mark.parentElement))) {
            const starts = new Set([...letters.segment(block.textContent)].map(letter => letter.index).concat(block.textContent.length));
            for (const mark of block.querySelectorAll("mark")) {
              const before = document.createRange();
              before.setStart(block, 0);
              before.setEndBefore(mark);
              const start = before.toString().length;
              if (!starts.has(start) || !starts.has(start + mark.textContent.length))
                faults.push(`splits a letter: ${block.innerHTML.slice(0, 200)}`);
            }
            const [marked, plain] = [block.cloneNode(true), block.cloneNode(true)];
            for (const mark of plain.querySelectorAll("mark")) mark.replaceWith(mark.textContent);
            plain.normalize();
            const widths = [marked, plain].map(copy => {
              Object.assign(copy.style, { position: "absolute", display: "block", width: "max-content", maxWidth: "none", whiteSpace: "nowrap" });
              block.after(copy);
              const width = copy.getBoundingClientRect().width;
              copy.remove();
              return width;
            });
            if (Math.abs(widths[0] - widths[1]) > 0.5)
              faults.push(`${widths[0]} px marked, ${widths[1]} px unmarked: ${block.innerHTML.slice(0, 200)}`);
          }
          return faults;
        }
        """;
}

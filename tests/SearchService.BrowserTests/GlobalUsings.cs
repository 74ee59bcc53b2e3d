global using Microsoft.Playwright;
global using SearchService.BrowserTests.Fixtures;
global using Xunit;
global using static Microsoft.Playwright.Assertions;

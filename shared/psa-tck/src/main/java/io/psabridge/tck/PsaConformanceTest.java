package io.psabridge.tck;

/** All suites of the kit. A provider's own test extends this and names its {@link PsaBench}. */
public abstract class PsaConformanceTest
        implements VerificationConformance,
                TicketsConformance,
                TicketUpdateConformance,
                TicketSearchConformance,
                SearchTextConformance,
                PagingConformance,
                NotesConformance,
                StatusesConformance,
                MembersConformance,
                DirectoryConformance,
                CallbacksConformance,
                CapabilitiesConformance,
                EffectsConformance,
                RefusalsConformance,
                OutagesConformance,
                AnswersConformance,
                TextConformance,
                SecretsConformance,
                IsolationConformance {}

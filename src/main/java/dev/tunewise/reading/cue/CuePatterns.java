package dev.tunewise.reading.cue;

import dev.tunewise.reading.pattern.PatternParser;
import java.util.List;

/**
 * The English words that turn what is said around them, in the pattern language of {@link PatternParser}. They belong to the language and not
 * to any flow.
 */
final class CuePatterns {
    private CuePatterns() {}

    /** How far a cue bears. */
    enum Reach {
        /** From the cue to the end of its clause. */
        CLAUSE_REST,
        /** The whole clause. */
        CLAUSE,
        /** From the cue to the end of its sentence. */
        SENTENCE_REST,
        /** The whole sentence. */
        SENTENCE
    }

    /**
     * Cues of one kind and reach.
     *
     * @param kind how they turn it
     * @param reach how far
     * @param patterns the words
     */
    record Group(Cue.Kind kind, Reach reach, List<String> patterns) {}

    static final List<Group> GROUPS = List.of(
            new Group(
                    Cue.Kind.NEGATION,
                    Reach.CLAUSE_REST,
                    List.of(
                            "(not|never|no|none|without|neither|nor|nobody|nothing|hardly|barely|nowhere)",
                            "(lack|lacks|lacking|lacked|stopped|removed|avoid|avoided|avoiding|unlike|except)",
                            "(instead of|rather than|far from|anything but|no longer|not any|ruled out)")),
            new Group(
                    Cue.Kind.NEGATION,
                    Reach.SENTENCE_REST,
                    List.of(
                            "(not|never) (think|believe|feel|expect|say|said|see|mean|meant|claim|claimed|convinced|true|the case|correct that|right that)",
                            "(nobody|no one) (claims|claimed|says|said|thinks|believes|told)",
                            "(wrong|untrue|incorrect) to (say|claim|think|believe)",
                            "not that (we|it|i|the|labels|anybody|anyone)",
                            "(doubt|doubts|false|untrue|wrong|nonsense|a myth) that")),
            new Group(
                    Cue.Kind.HYPOTHESIS,
                    Reach.SENTENCE_REST,
                    List.of(
                            "(if|unless|until|till|suppose|supposing|assuming|assume|imagine|hypothetically|pretend)",
                            "(what if|in case|as soon as|by the time|even if|let us say|in theory|provided that|given that we)",
                            "(yeah right|as if|oh sure|sure because|yeah sure|ha ha|in my dreams|in our dreams)",
                            "once (we|you|i|the|it|our|they|that)",
                            "when (we|you|i) (have|get|reach|hit|go|launch|finish|grow|scale|are)",
                            "(after|before) (we|you|i) (get|collect|have|launch|label|finish|go|reach|start)",
                            "say (we|you|i) (have|had|get|got|use|used)",
                            "(not sure|no idea|no clue|do not know|dunno|hard to say|can not (tell|say)) (who|which|that|where|how|what|why|whether|if)",
                            "(not sure|unsure|unclear|no idea|no clue|do not know|dunno|hard to say|can not (tell|say)|no one knows)",
                            "(depends|depending) on",
                            "(is it|it is) (true|said|possible|so) that",
                            "(could|may|might|can) (well|also|just)? be (that|so that|the case that)",
                            "(hope|hopes|hoping|wish|wishes|dream|dreams) (that|we|our|the|it|i|they|nobody)",
                            "(plan|goal|idea|dream|aim|hope|intention) (is|was|would be) that",
                            "used to (say|think|believe|claim|assume)",
                            "should it (turn out|happen|prove|be)",
                            "(do|did|would|do not) you (believe|suppose|reckon) (that)?",
                            "^ (explain|describe) (to me)? (what|how|why|when)",
                            "(what to do|what happens|what it means|what this means|what people do|what one does|how bad it is) (when|if|once)",
                            "(question|entry|line|sentence) (in|on|from) (the|your|their|this|that|a|an) (faq|exam|quiz|survey|slide|slides|form|book|test)",
                            "(title|headline|slogan|motto|caption|subject) (of .. )? (was|is|reads|said|says)",
                            "^ (please|can you|could you)? (translate|summarise|summarize|rephrase|proofread|correct) (this|the following|that)",
                            "(who (says|said) that|could it be that|would it matter|does it matter)",
                            "(would|does|will) (it|that) make (a|any) difference",
                            "(would|could|should) (that|it|this|we|i) (be|help|make|work)")),
            new Group(
                    Cue.Kind.HYPOTHESIS,
                    Reach.SENTENCE,
                    List.of(
                            "(pigs fly|like the moon|grow on trees|who needs|we totally|irony|by my cat|by my dog|said nobody|said no one)",
                            "^ (wow|oh great|lol yes|nice try|thanks for nothing|as if|picture (a|an|this|yourself)|had (we|i|you|they)|were (the|it|we)|fat chance)",
                            "(just|only|merely) as an example",
                            "(in an ideal world|for the sake of argument|hypothetical|(am|is) (the pope|santa|the queen))",
                            "for .. sake",
                            "^ lol",
                            "^ say (the|our|it|there|that)",
                            "^ compare (two|three|these|the following) (cases|teams|setups|options|situations|companies)",
                            "^ not $",
                            "(unicorn|unicorns|what could go wrong|what could possibly go wrong|in your dreams|from the sky|in your dreams|lying around|never seen that before|dream on|you wish)",
                            "^ (yeah|right|sure|great|lovely|wonderful|fantastic|brilliant|of course) (and|because|sure|right) (the|our|we|everybody|everyone|my|i|all|it)",
                            "(take|took|taking) back (what|that|the|my)",
                            "(wrong (thread|channel|chat|window)|for another (channel|thread|chat))",
                            "(have|has) a (yacht|unicorn)")),
            new Group(
                    Cue.Kind.HYPOTHESIS,
                    Reach.CLAUSE,
                    List.of(
                            "(would|could|might|perhaps|maybe|possibly|potentially|theoretically|shall|guessing)",
                            "may (be|have|need|not|also|use|fix|help|solve|work|improve|reduce|make|come)",
                            "^ (please)? (forget|ignore|disregard) (what|the|my|that|those|these)")),
            new Group(
                    Cue.Kind.INDIRECT,
                    Reach.CLAUSE_REST,
                    List.of(
                            "whether",
                            "(wonder|wonders|wondering|wondered|asks|asked|asking|ask|see|check|decide|know|knows|sure|unsure|tell|clear|unclear|predict|predicts|predicting) if",
                            "(wonder|wondering|wonders)")),
            new Group(
                    Cue.Kind.QUESTION,
                    Reach.CLAUSE_REST,
                    List.of("(not sure|no idea|no clue|do not know|dunno|hard to say|can not (tell|say)) $")),
            new Group(
                    Cue.Kind.WISH,
                    Reach.CLAUSE_REST,
                    List.of(
                            "(want|wants|wanted|wanting|need|needs|needed|needing|hope|hoping|hopes|aim|aiming|aims|wish|wishes|should|must)",
                            "(plan|plans|planning|planned|intend|intends|intending|consider|considering|considered|goal|target|require|requires|required)",
                            "(would (like|love|prefer)|like to|love to|have to|has to|had to|supposed to|trying to|try to|tries to|tried to|interested in|about to)",
                            "(thinking (of|about)|thought (of|about)|looking (to|for|at|into)|ideally|hopefully|let us|evaluating|exploring|investigating)",
                            "(expect|expects|expected|expecting|projected|forecast|anticipate|missing|todo|to do)",
                            "(asked|asks|told|tells|ordered|urges) (us|me|everybody|everyone) to")),
            new Group(Cue.Kind.WISH, Reach.CLAUSE, List.of("(is|are|was|were) (planned|wanted|intended|scheduled)")),
            new Group(
                    Cue.Kind.FUTURE,
                    Reach.CLAUSE,
                    List.of(
                            "(will|going to|soon|eventually|tomorrow|upcoming|roadmap|someday|shortly|afterwards)",
                            "next (week|month|quarter|year|sprint|release|monday|step|few)",
                            "(in the future|in future|at launch|down the road|down the line|one day|some day|later on|later this|at some point|on track)",
                            "by (the end|end|q1|q2|q3|q4|next|summer|autumn|winter|spring|monday|friday|january|february|march|april|may|june|july|august|september|october|november|december|christmas|then|mid)",
                            "(in|within) (a few|a couple of|several|the next|the coming) (days|weeks|months|quarters|years|n)?",
                            "in <0..mo>",
                            "(starts|begins|launches|kicks off|goes live) (in|on|next|soon|after)",
                            "within <0..mo>",
                            "(can|could) (get|have|collect|label|gather|produce|generate|create|build)")),
            new Group(
                    Cue.Kind.PAST,
                    Reach.CLAUSE,
                    List.of(
                            "(used to|previously|formerly|originally|initially|at first|back then|historically|in the past|in the beginning|until recently|back in|back when|at the start|at the beginning)",
                            "(last (year|spring|summer|autumn|winter)|a (while|year|month|week|quarter) ago|once had|had been|before|earlier this|earlier on|years ago|months ago|weeks ago|long ago)",
                            "<0..mo> ago",
                            "old (model|prompt|version|setup|system|one|bot|pipeline|vendor)",
                            "when we (started|began|launched)",
                            "(lost|deleted|dropped|abandoned|retired|deprecated|threw away)")),
            new Group(Cue.Kind.PAST, Reach.SENTENCE_REST, List.of("used to be that")),
            new Group(Cue.Kind.HAD, Reach.CLAUSE, List.of("had")),
            new Group(
                    Cue.Kind.OTHERS,
                    Reach.SENTENCE,
                    List.of(
                            "(heard|according to|leaderboard|leaderboards|competitor|competitors|gartner|reddit|textbook)",
                            "^ (a|an|some|another|any) (big|small|large|local|private|german|swiss|american|young)? (bank|insurer|insurance|hospital|clinic|startup|company|firm|retailer|agency|university|vendor|team|department|competitor|colleague|cousin|client|customer of ours|partner)",
                            "(bank|company|team|firm|people|shop|startup|hospital|clinic|university|school) (next door|down the road|across (the|town)|upstairs|downstairs|i know|in the news|where my|where a)",
                            "^ (my|our) (wife|husband|partner|brother|sister|son|daughter|father|mother|dad|mum|mom|uncle|aunt|cousin|neighbour|neighbor|neighbours|neighbors|ex|old|former|landlord|flatmate|roommate|brother in law|sister in law) ",
                            "^ (my|our|a|the|another|one|some|his|her) (colleague|colleagues|buddy|mate|pal|acquaintance|classmate|intern|reader|speaker|student|professor) (of|in|at|from|has|had|runs|uses|pays|who|said|says|tells|told|is|was|swears|built)",
                            "(a|one|another|every|some) (reader|speaker|attendee|listener|subscriber|follower) (of|at|from|on)",
                            "^ (big|large|small|most|many|some|other|average|typical|successful|serious|a typical|an average|the average|the typical) (big|large|small)? (companies|teams|banks|startups|firms|hospitals|insurers|shops|vendors|enterprises|businesses|support team|team|company|bank|startup|firm|bot|chatbot|shop)",
                            "^ (usually|typically|normally|often|traditionally) (nobody|no one|a|an|people|teams|you|one|companies|there)",
                            "(an average|a typical|a normal|your average|your typical) (support|sales|service|tech|ml|data)? (team|company|shop|bot|chatbot|bank|startup|project)",
                            "(chatbot|bot|model|system|project|setup|team|company) like (this|that|yours|theirs|these)",
                            "^ (klarna|zalando|bloomberg|uber|netflix|spotify|airbnb|stripe|shopify|ikea|salesforce|duolingo|siemens|bosch|bmw|volkswagen|sap|tesla|samsung|facebook|twitter|linkedin|ebay|paypal|walmart|github|atlassian|morgan|jpmorgan|goldman|allianz|lufthansa|tiktok|bytedance|alibaba|baidu|tencent|huggingface|databricks|snowflake|oracle|ibm) ",
                            "(vendor|vendors|competitor|consultant|consultants|salesman|sales|keynote|webinar|conference|brochure|whitepaper|white paper|press release) (s)? (slides|slide|deck|page|website|demo|claims|brochure|numbers|pitch|talk|example|says|said|claimed)",
                            "^ (the|this|that|my|our)? (tutorial|course|book|benchmark|article|paper|guide|lecture|webinar|textbook|newsletter|report|leaflet|speaker|trainer) (uses|recommends|says|has|had|shows|suggests|advises|claims|reports|lists|mentions|wants|takes)",
                            "^ (microsoft|google|openai|anthropic|meta|mistral|amazon|nvidia|apple|deepseek|alibaba|cohere) (says|claims|reports|promises|states|announced|showed|writes)",
                            "^ (a|an|one|some|two|three|the) .. (i|we) (know|met|talked to|heard of|read about)",
                            "^ (the|my|our|a) (neighbour|neighbours|neighbor|neighbors) ",
                            "^ (in|at) (most|many|some|other|all|big|large|typical) (projects|companies|teams|cases|banks|firms)",
                            "(team|department|branch|subsidiary) (of|at) (our|a|the|their|another) (client|customer|partner|supplier|competitor|vendor)",
                            "(one|some|two|many|most|few) of (our|the|my|their) (customers|clients|partners|suppliers|competitors|users|vendors)",
                            "(the|an|a|this|that|its) (author|authors|podcast|newspaper|magazine|lecture|internet|news)",
                            "^ (teams|people|companies|those|whoever|anyone|anybody|organisations|organizations) (that|who|with|whose|which)",
                            "^ (whoever|whoever has|users say|customers say|people say)",
                            "^ (openai|anthropic|google|meta|microsoft|amazon|nvidia|apple) (fine|train|trains|trained|tune|tunes|tuned|classif*|use|uses|has|runs|made|makes|built|charges)",
                            "think of (a|an|some|somebody|someone)",
                            "(classic|textbook|typical|standard) (example|case|cases|setup|chatbot|chatbots|prompt|prompts)",
                            "(joked|jokes) (the|my|our|a|an|his|her)",
                            "^ (says|said|claims|claimed|writes|wrote|argues|argued|adds) (the|my|our|a|an|his|her|their)",
                            "(customer|client|user|partner|supplier|colleague|friend|student|reader) (of ours|of mine)? (asks|asked|wants to know|wanted to know|wonders) (me|us)? (what|how|whether|if|when|why)",
                            "(read|saw|found|seen|per|as per|in|from|on) (a|an|the|some|this|that|your|one|several|two)? (blog|blogs|article|paper|papers|tutorial|linkedin|twitter|youtube|hacker news|case study|study|video|talk|podcast|vendor|benchmark|leaderboard)",
                            "read (that|somewhere|about|online)",
                            "(docs|documentation|blog|article|paper|study|post|tutorial|video|talk|vendor|vendors|openai|anthropic|google|sales|consultant|consultants|chatgpt|experts|they|he|she|people|everyone|everybody|colleague|colleagues|folks) .. (say|says|said|claim|claims|claimed|recommend|recommends|recommended|suggest|suggests|suggested|told|advise|advises|swear|promise|promises|promised|used)",
                            "^ (they|he|she) (have|had|use|used|got|get|pay|paid|run|ran|fine|tuned|went|tried|did|moved|switched|built|say|need|want|have|process|handle|started)",
                            "(another|the other|a different|other|neighbouring|sister) (team|teams|company|companies|startup|group|department|org|project|people)",
                            "(a|my|our) (friend|friends|competitor|peer)",
                            "(you|your) (said|say|wrote|mentioned|mention|mentions|claim|claimed|told|suggested|recommended)",
                            "your (article|articles|blog|example|docs|post|page|answer|source|sources|message|bot|advice|questions|question|form)",
                            "in (the|this|that|your|an|their) (example|article|story|docs|demo)",
                            "(our|the|my|their|some|most|many|all) (customers|clients|users|partners|suppliers|vendors|competitors|client|supplier|partner|vendor|competitor) (run|runs|have|has|had|use|uses|own|owns|host|hosts|operate|operates|do|does|make|makes)",
                            "(someone|somebody) (told|said|else|on|from|at)",
                            "(previous|former|last|old) (company|job|team|employer)",
                            "(open|click|bounce|fill|conversion|churn|retention|return|interest|tax|vat|dropout|turnover|attendance|unemployment|inflation) rate",
                            "(conversion|churn|retention|attendance|occupancy|inflation|utilisation|utilization|csat|nps|ctr|deflection|adoption|cpu|memory|disk|battery) (usage|load)? (is|are|at|was|of|went|rose|fell|dropped|improved|grew|up|down|<n>)",
                            "(rule of thumb|in general|generally|best practice|best practices|as a rule|hacker news)",
                            "(most|many|some|other) (teams|people|companies|others|chatbots|models|llms|bots|systems)")),
            new Group(
                    Cue.Kind.OTHERS,
                    Reach.CLAUSE,
                    List.of(
                            "^ you",
                            "^ (in|at|for|with|on)? (their|theirs|his|her|its author)",
                            "(each|every|per) (agent|user|customer|person|team|client|tenant|employee|site|store|machine|shop|rep|analyst|labeller|annotator|seat|of them|of us|colleague|region|country)",
                            "each (makes|gets|has|handles|does|sends|with)")),
            new Group(
                    Cue.Kind.OTHERS,
                    Reach.SENTENCE_REST,
                    List.of(
                            "(for example|for instance|e g|eg|such as)",
                            "you (need|should|want|have|can|could|get|usually|typically|will|might|must|only)",
                            "(one|people|teams|companies) (need|needs|should|can|use|have|has|must|get)",
                            "^ (llms|chatbots|language models|foundation models|models) (hallucinate|make|invent|are|can|do|know|lie|will|cost)")),
            new Group(
                    Cue.Kind.TRIAL,
                    Reach.SENTENCE_REST,
                    List.of(
                            "(tried|tested|benchmarked|compared|evaluated|trying|testing|try|played with|experimented with) .. <name>")),
            new Group(
                    Cue.Kind.CORRECTION,
                    Reach.SENTENCE,
                    List.of(
                            "(sorry|actually|correction|oops|whoops|typo|mistyped|misspoke)",
                            "^ (edit|update) ^",
                            "(i meant|i mean|make (that|it)|scratch that|my bad|my mistake|no wait|hold on|should (be|read|say|have been)|not correct|let me correct|to correct|change (that|it) to|rather than|strike that|wait no|i was wrong|that was wrong|that is wrong)")),
            new Group(
                    Cue.Kind.NOW,
                    Reach.CLAUSE,
                    List.of(
                            "(now|currently|today|nowadays|presently|meanwhile|lately)",
                            "(at the moment|these days|at present|right now|as of|so far|by now)")));
}

/// The words that tell of somebody's saying, thinking or wanting, and how what is said is joined to them.
enum SpeechCues {
    /// What a cue takes for its content.
    struct Pattern: OptionSet {
        let rawValue: Int
        /// It tells of words spoken or written, which the event coder takes for a report.
        static let report = Pattern(rawValue: 1)
        /// "said that", a quotation, "…, she said".
        static let clause = Pattern(rawValue: 2)
        /// "wants to leave".
        static let infinitive = Pattern(rawValue: 4)
        /// "cited the treaty".
        static let object = Pattern(rawValue: 8)
        /// "called it a mistake", "described it as a mistake".
        static let naming = Pattern(rawValue: 16)
    }

    static func verb(_ lemma: String) -> Pattern { verbs[lemma] ?? [] }

    private static let verbs: [String: Pattern] = {
        var patterns: [String: Pattern] = [:]
        for (words, pattern) in lists {
            for word in words.split(separator: " ") { patterns[String(word), default: []].formUnion(pattern) }
        }
        return patterns
    }()

    private static let lists: [(String, Pattern)] = [
        (
            """
            say tell announce report claim state confirm add insist allege declare acknowledge admit explain note stress warn \
            argue write suggest complain deny reveal disclose concede recount tweet post comment recall testify estimate assert \
            maintain mention remark reply respond retort answer observe predict forecast caution conclude contend emphasize \
            emphasise underline underscore indicate hint imply boast joke quip lament assure inform notify remind reiterate \
            repeat affirm swear vow pledge promise threaten demand urge propose recommend advise rule show demonstrate document \
            detail outline specify signal clarify continue ask wonder inquire shout chant cry yell whisper scream exclaim \
            proclaim preach reason counter object protest rebut read sing relate confess profess charge attest certify \
            brag gripe grumble muse opine scoff snap stipulate submit surmise venture volunteer telegraph cable email text \
            point find put quote describe call describe accuse blame cite denounce condemn grant
            """, [.report, .clause]
        ),
        (
            """
            think believe feel know hope fear worry expect doubt suspect assume presume suppose understand realize realise \
            recognize recognise agree disagree learn hear discover remember imagine dream regret decide see guess reckon \
            anticipate determine judge trust deem speculate theorize hypothesize acknowledge figure intend care bet fret
            """, .clause
        ),
        (
            """
            want hope plan intend aim seek prefer like love hate expect wish desire decide refuse decline vow pledge promise \
            agree offer volunteer threaten consent choose ask demand urge claim swear propose advise encourage call order warn \
            tell hesitate resolve determine opt fear press implore beg beseech exhort persuade convince instruct \
            require request
            """, .infinitive
        ),
        (
            """
            attack criticize criticise condemn denounce blast slam rip mock ridicule deride praise laud hail applaud commend \
            endorse back support oppose favor favour reject dismiss accuse blame defend deny cite mention reference invoke \
            quote discuss describe liken compare tout promote champion embrace welcome question challenge dispute address \
            propose recommend approve admire acknowledge announce outline detail report reveal disclose highlight stress \
            emphasize emphasise promise pledge demand request advocate chastise rebuke scold decry deplore assail bash \
            lambaste savage disparage belittle allege claim confirm predict forecast anticipate doubt fear want suggest \
            explain recall recount repeat stress underline underscore note plan contemplate consider want like dislike hate \
            love resent regret respect value prefer urge express voice protest contradict refute rebut debunk echo find show \
            document demonstrate portray
            """, .object
        ),
        (
            """
            call label brand dub describe characterize characterise portray depict consider deem term declare rate regard view \
            see dismiss denounce criticize praise treat name
            """, .naming
        ),
    ]

    /// "called for elections": the prepositions that join what is said to a verb.
    static func prepositions(_ lemma: String) -> Set<String> { prepositions[lemma] ?? [] }

    private static let prepositions: [String: Set<String>] = [
        "call": ["for", "on", "upon"], "speak": ["of", "about", "against", "out"], "talk": ["about", "of"],
        "complain": ["about", "of"],
        "point": ["to"], "refer": ["to"], "allude": ["to"], "warn": ["of", "about", "against"], "worry": ["about"],
        "agree": ["with", "on", "to"], "disagree": ["with"], "object": ["to"], "insist": ["on"], "apologize": ["for"],
        "apologise": ["for"], "campaign": ["for", "against"], "argue": ["for", "against", "about"], "rail": ["against"],
        "lash": ["at"], "push": ["for"], "advocate": ["for"], "ask": ["about", "for"], "hint": ["at"], "boast": ["about", "of"],
        "brag": ["about"], "joke": ["about"], "comment": ["on"], "think": ["of", "about"], "dream": ["of"], "write": ["about"],
        "hear": ["about", "of"], "learn": ["of", "about"], "know": ["about", "of"], "respond": ["to"],
        "vote": ["for", "against"],
        "hope": ["for"], "wish": ["for"], "believe": ["in"], "doubt": ["about"], "opine": ["on"], "lie": ["about"],
        "testify": ["about"], "plead": ["for"], "lobby": ["for", "against"], "accuse": ["of"], "blame": ["for"],
        "rant": ["about"], "marvel": ["at"], "bristle": ["at"], "care": ["about"], "weigh": ["on"], "press": ["for"],
        "plan": ["for"], "fear": ["for"], "protest": ["against"], "decide": ["on", "against"],
    ]

    /// Nouns of saying and thinking: "the claim that", "her plan to", "their criticism of".
    static let nouns: Set<String> = [
        "claim", "allegation", "statement", "belief", "view", "warning", "promise", "plan", "proposal", "decision", "argument",
        "assertion", "accusation", "announcement", "suggestion", "conclusion", "opinion", "contention", "declaration", "demand",
        "denial", "admission", "assumption", "assurance", "call", "charge", "comment", "complaint", "concern", "confession",
        "conviction", "criticism", "desire", "determination", "doubt", "estimate", "expectation", "explanation", "fear",
        "finding", "forecast", "guess", "hint", "hope", "idea", "impression", "insistence", "intention", "message", "notion",
        "observation", "offer", "order", "pledge", "prediction", "reminder", "report", "request", "ruling", "rumor", "rumour",
        "speculation", "suspicion", "testimony", "theory", "thought", "threat", "understanding", "vow", "wish", "worry",
        "acknowledgment", "acknowledgement", "remark", "response", "support", "opposition", "endorsement", "praise", "attack",
        "disclosure", "revelation", "commitment", "account",
    ]

    /// Adjectives of thinking and wanting: "afraid that", "critical of", "willing to".
    static let adjectives: Set<String> = [
        "afraid", "aware", "certain", "sure", "confident", "convinced", "concerned", "worried", "hopeful", "optimistic",
        "pessimistic", "skeptical", "sceptical", "doubtful", "critical", "supportive", "dismissive", "willing", "unwilling",
        "eager", "reluctant", "proud", "happy", "glad", "angry", "upset", "frustrated", "disappointed", "surprised",
        "supportive", "adamant", "clear", "wary", "fearful", "keen", "anxious", "determined", "interested", "opposed",
    ]

    /// "reportedly": somebody says so, nobody tells who.
    static let adverbs: Set<String> = ["reportedly", "allegedly", "supposedly", "purportedly"]
}

using System.Collections.Immutable;
using DiGiBachat.Core.Groups;
using DiGiBachat.Core.Tests.Stories;
using static DiGiBachat.Core.Groups.Permission;
using static DiGiBachat.Core.Tests.Stories.Act;
using static DiGiBachat.Core.Tests.Stories.Saheli;

namespace DiGiBachat.Core.Tests.Groups;

public sealed class PermissionTests
{
    private static readonly MemberNumber Lata = new(6);
    private static readonly MemberNumber Gone = new(7);
    private static readonly MemberNumber Phoneless = new(8);

    /// <summary>Who may what: a member, the treasurer, the admin.</summary>
    private static readonly Dictionary<Permission, (bool Member, bool Treasurer, bool Admin)> Table = new()
    {
        [SeeOwnFigures] = (true, true, true),
        [SeeGroupFigures] = (true, true, true),
        [SeeMembersFigures] = (false, true, true),
        [PayForOneself] = (true, true, true),
        [AskForLoan] = (true, true, true),
        [SeePending] = (false, true, true),
        [ConfirmPayment] = (false, true, true),
        [ReceiveCash] = (false, true, true),
        [Permission.DecideLoan] = (false, true, true),
        [Permission.DisburseLoan] = (false, true, true),
        [Permission.ReverseEntry] = (false, true, true),
        [Permission.AdmitMember] = (false, false, true),
        [ChangeRoles] = (false, false, true),
        [Permission.RenewInvite] = (false, false, true),
        [SeeAudit] = (false, false, true),
        [Vote] = (true, true, true),
        [Permission.Object] = (true, true, true),
        [ChangeSettings] = (true, true, true),
        [Leave] = (true, true, true),
        [ResolveObjection] = (false, true, true),
        [ChangeNumber] = (false, true, true),
        [ActForMember] = (false, true, true),
        [EnterOpening] = (false, true, true),
        [BookMeeting] = (false, true, true),
        [CloseMeeting] = (false, true, true),
        [SeeOverdue] = (false, true, true),
        [Remind] = (false, true, true),
        [RescheduleLoan] = (false, true, true),
        [ChargeFine] = (false, true, true),
        [BookOtherMoney] = (false, true, true),
        [SeeReports] = (false, true, true),
        [SeeHealth] = (false, true, true),
        [AskAll] = (false, false, true),
        [Permission.ChangeRules] = (false, false, true),
        [Permission.RenameGroup] = (false, false, true),
        [Permission.ArchiveGroup] = (false, false, true),
        [Permission.TellAll] = (false, false, true),
        [RemoveMember] = (false, false, true),
        [SeeActivity] = (false, false, true),
        [WriteOffLoan] = (false, false, true),
        [ShareOut] = (false, false, true),
    };

    private static readonly Permission[] ReadingInAnArchive =
    [
        SeeOwnFigures,
        SeeGroupFigures,
        SeeMembersFigures,
        SeePending,
        SeeAudit,
        SeeActivity,
        SeeHealth,
        SeeOverdue,
        SeeReports,
    ];

    /// <summary>Everybody who might write: the last has Asha's number, but in another group.</summary>
    private static readonly Dictionary<string, Who> People = new()
    {
        ["stranger"] = Stranger,
        ["pending"] = Kavita,
        ["refused"] = Lata,
        ["left"] = Gone,
        ["member"] = Sunita,
        ["treasurer"] = Meera,
        ["admin"] = Asha,
        ["admin of another group"] = new(PersonOf(new(77)), Asha),
        ["nobody"] = new(null, null),
    };

    /// <summary>One act of each use case that goes through for one of those who may.</summary>
    private static readonly Dictionary<string, (Permission Needs, Act Act)> UseCases = new()
    {
        ["admit"] = (Permission.AdmitMember, Admits(Kavita)),
        ["refuse"] = (Permission.AdmitMember, Refuses(Kavita)),
        ["change a role"] = (ChangeRoles, Makes(Radha, Role.Treasurer)),
        ["renew the invite"] = (Permission.RenewInvite, RenewsInvite("ABCD1234")),
        ["request a payment"] = (PayForOneself, Pays(Sunita, Rs(500))),
        ["claim a payment"] = (PayForOneself, Claims(Sunita, "600112345678")),
        ["confirm a payment"] = (ConfirmPayment, Confirms(5)),
        ["reject a payment"] = (ConfirmPayment, Rejects(5)),
        ["receive cash"] = (ReceiveCash, Cash(Radha, Rs(500))),
        ["apply for a loan"] = (AskForLoan, Applies(Sunita, Rs(500))),
        ["approve a loan"] = (Permission.DecideLoan, Approves(1)),
        ["reject a loan"] = (Permission.DecideLoan, RejectsLoan(1)),
        ["cancel a loan"] = (Permission.DecideLoan, Cancels(2)),
        ["disburse a loan"] = (Permission.DisburseLoan, Disburses(2).As(Asha)),
        ["withdraw a loan"] = (AskForLoan, Withdraws(Radha, 1)),
        ["reverse an entry"] = (Permission.ReverseEntry, Reverses(4)),
        ["put a question"] = (Permission.AskAll, new(Asha, (r, a) => Decisions.PutQuestion.Decide(r.Group, a, "Shall we?", false))),
        ["cast a vote"] = (Vote, new(Sunita, (r, a) => Decisions.CastVote.Decide(r.Group, a, new(1), true))),
        // Lending
        ["name a guarantor"] = (AskForLoan, new(Radha, (r, a) => Core.Loans.NameGuarantor.Decide(WithGuarantors(r.Group), a, new(1), Sunita))),
        ["reschedule a loan"] = (Permission.RescheduleLoan, Reschedules(3, 6)),
        ["write a loan off"] = (Permission.WriteOffLoan, WritesOff(3)),
        ["leave"] = (Permission.Leave, Leaves(Sunita)),
        ["remove a member"] = (RemoveMember, Removes(Sunita)),
        ["take savings out"] = (PayForOneself, TakesOut(Radha, Rs(10))),
        ["hand over"] = (ChangeRoles, HandsOver(Sunita)),
        ["add a member"] = (Permission.AdmitMember, Adds("Parvati")),
        ["name a helper"] = (ActForMember, NamesHelper(Phoneless, Sunita)),
        ["link a member"] = (Permission.AdmitMember, Links(Kavita, Phoneless)),
        ["apply for a member"] = (ActForMember, AppliesFor(Phoneless, Rs(500))),
        ["change a pin"] = (ChangeSettings, SetsPin(Sunita)),
        ["refuse a pin"] = (ChangeSettings, MissesPin(Sunita)),
        // Payments
        ["confirm as seen in the bank"] = (ConfirmPayment, ConfirmsAs(5, new(Rs(400)))),
        ["confirm all"] = (ConfirmPayment, ConfirmsAll(7)),
        ["send a picture of a payment"] = (PayForOneself, Sends(Sunita, Core.Payments.NoteKind.Picture, "https://media.example/1")),
        ["flag a reference"] = (PayForOneself, Flags(Sunita, "600112345699")),
        ["object to an entry"] = (Permission.Object, Objects(Sunita, 3)),
        ["answer an objection"] = (ResolveObjection, Answers(1)),
        ["remind"] = (Remind, new(Meera, (r, a) => Core.Payments.RemindMembers.Decide(r.Group with { Dues = [new(Radha, Founded, Rs(500), Rs(0), Rs(0), Rs(0))] }, a, null))),
        ["agree to Autopay"] = (PayForOneself, Agrees(Sunita, Core.Payments.AutopayConsent.On)),
        // Rules and group life
        ["change a rule"] = (Permission.ChangeRules, Changes("loan-rate", "150")),
        ["rename the group"] = (Permission.RenameGroup, Renames("Sakhi")),
        ["name another UPI address"] = (Permission.ChangeRules, NamesUpi("sakhi@okaxis")),
        ["tell all"] = (Permission.TellAll, Tells("meeting is at 5")),
        ["withdraw a ballot"] = (Vote, new(Asha, (r, a) => Decisions.CastVote.Withdraw(r.Group, a, new(1)))),
        // Opening
        ["draft the opening"] = (EnterOpening, DraftsOpening(Purses(10))),
        ["drop the opening"] = (EnterOpening, DropsOpening() with { Reads = WithDraft }),
        ["ask for the opening"] = (EnterOpening, AsksOpening() with { Reads = WithDraft }),
        // Meetings
        ["start a meeting"] = (BookMeeting, StartsMeeting()),
        ["book a meeting"] = (BookMeeting, BooksMeeting(Line(Radha, 100))),
        ["take attendance"] = (BookMeeting, TakesAttendance(Radha)),
        ["undo a meeting"] = (BookMeeting, UndoesMeeting() with { Reads = InMeeting }),
        ["close a meeting"] = (CloseMeeting, ClosesMeeting(Money.Zero, "empty") with { Reads = InMeeting }),
        // Fund
        ["charge a fine"] = (Permission.ChargeFine, Fines(Sunita, Rs(20))),
        ["waive a fine"] = (Permission.ChargeFine, Waives(Sunita, 1)),
        ["book an expense"] = (BookOtherMoney, Spends(Rs(10))),
        ["book bank interest"] = (BookOtherMoney, BankAdds(Rs(10))),
        ["book a grant"] = (BookOtherMoney, Granted(Rs(10))),
        ["move money"] = (BookOtherMoney, Moves(Rs(10), Fund.Purse.Cash)),
        ["place an investment"] = (BookOtherMoney, Invests(Rs(10))),
        ["mature an investment"] = (BookOtherMoney, Matures(1, Rs(700))),
        ["share out"] = (Permission.ShareOut, SharesOut(ShareOutPolicy.Equal)),
        ["pay a share"] = (BookOtherMoney, PaysShare(Sunita)),
        ["save a share"] = (BookOtherMoney, SavesShare(Sunita)),
        ["pay all shares"] = (BookOtherMoney, PaysAllShares()),
    };

    private static Register WithDraft(Register register) =>
        new Saheli(register, Begins().Now).After(DraftsOpening(Purses(10, surplus: 10))).Register;

    /// <summary>A meeting in which Radha brought 100.</summary>
    private static Register InMeeting(Register register) => new Saheli(register, Begins().Now).After(BooksMeeting(Line(Radha, 100))).Register;

    public static TheoryData<Permission> AllPermissions => [.. Enum.GetValues<Permission>()];

    public static IEnumerable<object[]> Everybody =>
        from useCase in UseCases.Keys
        from person in People.Keys
        select new object[] { useCase, person };

    [Theory]
    [MemberData(nameof(AllPermissions))]
    public void Each_role_may_what_the_table_says(Permission permission)
    {
        var (member, treasurer, admin) = Table[permission];
        Permissions.May(Role.Member, permission).Should().Be(member);
        Permissions.May(Role.Treasurer, permission).Should().Be(treasurer);
        Permissions.May(Role.Admin, permission).Should().Be(admin);
    }

    [Theory]
    [MemberData(nameof(AllPermissions))]
    public void An_archived_group_is_read_and_not_changed(Permission permission)
    {
        var saheli = Village();
        var archived = saheli.Group with { Status = GroupStatus.Archived };
        Refusal? refusal = ReadingInAnArchive.Contains(permission) ? null : new GroupIsArchived("Saheli");
        Permissions.Check(archived, new(PersonOf(Asha), Asha, saheli.Now), permission).Refusal.Should().Be(refusal);
        Permissions.Check(archived, new(PersonOf(Kavita), Kavita, saheli.Now), permission).Refusal.Should().Be(new NotPermitted());
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public void Who_may_not_is_refused_in_the_same_words_and_nothing_happens(string useCase, string person)
    {
        var (needs, act) = UseCases[useCase];
        var who = People[person];
        var done = Village().Try(act.As(who));
        if (RoleOf(person) is { } role && Permissions.May(role, needs))
            done.Refusal.Should().NotBe(new NotPermitted());
        else
            done.Refusal.Should().Be(new NotPermitted());
    }

    [Fact]
    public void Each_use_case_goes_through_for_somebody_who_may()
    {
        var village = Village();
        foreach (var (name, (_, act)) in UseCases)
            village.Try(act).Refusal.Should().BeNull(because: name);
    }

    /// <summary>Closing a group needs a book at zero, which the village has not.</summary>
    [Theory]
    [InlineData("stranger", false)]
    [InlineData("pending", false)]
    [InlineData("left", false)]
    [InlineData("member", false)]
    [InlineData("treasurer", false)]
    [InlineData("admin of another group", false)]
    [InlineData("admin", true)]
    public void Only_an_admin_closes_a_group_ends_it_or_opens_it_again(string person, bool may)
    {
        var begun = Begins();
        Refusal? expected = may ? null : new NotPermitted();
        begun.Try(Archives().As(People[person])).Refusal.Should().Be(expected);
        begun.Try(Dissolves().As(People[person])).Refusal.Should().Be(expected);
        begun.After(Archives()).Try(Reopens().As(People[person])).Refusal.Should().Be(expected);
    }

    [Fact]
    public void Every_use_case_stands_in_this_test()
    {
        var deciding = typeof(GroupState)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static))
            .Where(m => m.ReturnType == typeof(Result<IReadOnlyList<GroupEvent>>))
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}")
            .Distinct();
        // Joining and coming with another phone need no permission: MembershipTests and NumberTests say who may.
        string[] ofArchive = ["ArchiveGroup.Decide", "ArchiveGroup.Dissolve", "ArchiveGroup.Reopen"];
        deciding.Should().HaveCount(UseCases.Count + 2 + ofArchive.Length).And.Contain("JoinGroup.Decide").And.Contain("MoveNumber.Ask").And.Contain(ofArchive);
    }

    /// <summary>The figures of others are asked for with a number; what is not hers is as if it did not exist.</summary>
    [Fact]
    public void What_is_not_hers_does_not_exist_for_her()
    {
        var village = Village();
        village.Refusal(Claims(Radha, "600112345678")).Should().Be(new Core.Payments.NothingToClaim());
        village.Refusal(Withdraws(Sunita, 1)).Should().Be(new Core.Loans.NoSuchLoan(new(1), ""));
    }

    /// <summary>Saheli with somebody in every standing, a payment and a loan at each stage.</summary>
    private static Saheli Village()
    {
        var saheli = Begins(Rules with { Withdrawals = true, Autopay = true, MaximumLoanTimesSavings = null, MaximumActiveLoans = 2 })
            .On("2026-01-10")
            .WithSavings(2_000)
            .After(Joins(Kavitas), Joins(new(PersonOf(Lata), null), "Lata"), Joins(new(PersonOf(Gone), null), "Gita"))
            .After(Refuses(Lata), Admits(Gone), Pays(Sunita, Rs(500)))
            .After(Applies(Radha, Rs(1_000)), Applies(Meera, Rs(1_000)), Approves(2).As(Asha), Cash(Radha, Rs(10)))
            .After(Makes(Radha, Role.Treasurer), Makes(Radha, Role.Member))
            .After(new Act(Asha, (r, a) => Decisions.PutQuestion.Decide(r.Group, a, "Shall we meet on Sundays?", false)))
            .After(Applies(Sunita, Rs(500)), Approves(3), Disburses(3))
            .After(Fines(Sunita, Rs(50)))
            .After(Granted(Rs(1_000)), Invests(Rs(600)), BankAdds(Rs(40)))
            .Shared(ShareOutPolicy.Equal)
            .After(BankAdds(Rs(40)))
            .After(Adds("Lata without a phone"))
            // Payments: one that is claimed, a claimed reference, an objection of Radha's; the due of January is open for Kavita's friends.
            .After(Pays(Radha, Rs(500)), Claims(Radha, "600112345699"), Objects(Radha, 4));
        var members = saheli.Group.Members.Select(m => m.Number == Gone ? m with { Status = MemberStatus.Left } : m).ToImmutableList();
        return saheli with { Register = saheli.Register with { Group = saheli.Group with { Members = members } } };
    }

    private static GroupState WithGuarantors(GroupState group) => group with { Rules = group.Rules with { Guarantors = 1 } };

    private static Role? RoleOf(string person) =>
        person switch
        {
            "member" => Role.Member,
            "treasurer" => Role.Treasurer,
            "admin" => Role.Admin,
            _ => null,
        };
}
